import type { Danger } from '../../domain/reading.ts';

export const safetyEs: Readonly<Record<Danger, string>> = {
  gas: 'Gas: salgan de la casa ya. No toque interruptores, llamas ni el teléfono adentro. Desde afuera llame al 911.',
  carbonMonoxide: 'Monóxido de carbono: salgan todos al aire libre ya. Llame al 911 desde afuera. No vuelvan a entrar.',
  fire: 'Fuego o humo: salgan todos ya y llame al 911 desde afuera. No vuelvan a entrar.',
  medical: 'Llame al 911 ya y haga lo que le digan. Descarga eléctrica: no toque a la persona antes de cortar la luz.',
  sparks:
    'Chispas: aléjese, no toque nada mojado. Si es seguro, baje el interruptor principal. Humo o fuego: salga, llame al 911.',
  flooding:
    'Inundación: cierre la llave principal si es seguro. No pise agua cerca de enchufes. En peligro, salga y llame al 911.',
};
