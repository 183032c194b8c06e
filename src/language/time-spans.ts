/** How long something takes, as it is said in simple text: "10 min", "15 to 20", "half an hour", "media hora". A piece of a pattern. */
export const SPAN =
  '(?:(?:\\d{1,3} (?:to |or |a |o )?)?\\d{1,3}(?: ?(?:m|mins?|minutes?|minutos?|h|hrs?|hours?|horas?))?|(?:half )?an? hour(?: and a half)?|(?:five|ten|fifteen|twenty|thirty|forty|cinco|diez|quince|veinte|treinta|cuarenta)(?: (?:mins?|minutes|minutos))?|media hora|una hora|hora y media)';
