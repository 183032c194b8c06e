export interface DeskCopy {
  'desk.introduced': (p: Record<string, never>) => string;
}
