export interface RequestCopy {
  'request.placeholder': (p: Record<string, never>) => string;
}
