export interface VisitCopy {
  'visit.placeholder': (p: Record<string, never>) => string;
}
