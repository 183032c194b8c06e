export interface Appointment {
  readonly due: number;
  readonly label: string;
  readonly act: () => Promise<void> | void;
  /** A short technical wait, which settling may skip. */
  readonly isWait: boolean;
}

/** Appointments in the order in which they fall due; of two due together the earlier noted comes first. */
export const openDiary = () => {
  const appointments: Appointment[] = [];
  const note = (appointment: Appointment) => {
    const later = appointments.findIndex((other) => other.due > appointment.due);
    appointments.splice(later < 0 ? appointments.length : later, 0, appointment);
  };
  const strike = (appointment: Appointment) => {
    const place = appointments.indexOf(appointment);
    if (place >= 0) appointments.splice(place, 1);
  };
  return {
    note,
    strike,
    first: () => appointments[0],
    firstWait: () => appointments.find((appointment) => appointment.isWait),
    takeDue: (now: number): Appointment | undefined =>
      appointments[0] !== undefined && appointments[0].due <= now ? appointments.shift() : undefined,
    clear: () => appointments.splice(0),
  };
};
