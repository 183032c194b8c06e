const UNIT =
  /[\s,]+((?:apt|apartment|apto|apartamento|depto|departamento|unit|unidad|suite|ste|bldg|building|edificio|floor|piso|fl|rm|room|lot|trlr)\b\.?\s*#?\s*[a-z0-9-]{1,6}|#\s*[a-z0-9-]{1,6})[\s,.]*$/i;

/** A street as it was said, with its unit apart: "12 Elm St apt 4B" is "12 Elm St" and "apt 4B". */
export function splitUnit(said: string | null): { readonly street: string | null; readonly unit: string | null } {
  if (said === null) return { street: null, unit: null };
  const unit = UNIT.exec(said.slice(0, 200));
  return unit ? { street: said.slice(0, unit.index), unit: unit[1] ?? null } : { street: said, unit: null };
}
