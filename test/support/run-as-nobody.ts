const NOBODY = 65_534;

/** Root may write anywhere: what a file's permissions forbid can only be seen as somebody else. */
export const asNobody = async <T>(work: () => Promise<T>): Promise<T> => {
  const id = process.geteuid?.() ?? NOBODY;
  if (id === 0) process.seteuid?.(NOBODY);
  try {
    return await work();
  } finally {
    if (id === 0) process.seteuid?.(0);
  }
};
