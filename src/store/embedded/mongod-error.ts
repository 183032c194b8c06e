/** What stands in the way of an embedded MongoDB, in one sentence for the person who started Fixline. */
export class MongodError extends Error {
  override readonly name = 'MongodError';
}

export const howToBringMongodb =
  'install mongod 5 or newer, or run `docker run -d -p 27017:27017 mongodb/mongodb-atlas-local` and set ' +
  'MONGODB_URI=mongodb://127.0.0.1:27017/fixline?directConnection=true';

/** The sentence for a file operation on `place` that failed; errors that are not about the disk come back as they are. */
export const diskTrouble = (error: unknown, place: string): unknown => {
  const sentence = sentenceFor(error as NodeJS.ErrnoException, place);
  return sentence === undefined ? error : new MongodError(sentence, { cause: error });
};

export const notWritable = (place: string): string =>
  `${place} cannot be written: make it writable, or set FIXLINE_HOME to a folder that is.`;

export const diskFull = (place: string): string =>
  `The disk is full at ${place}: free some space, or set FIXLINE_HOME to a folder on a disk that has some.`;

export const SAYS_DISK_FULL = /No space left on device|Disk quota exceeded/i;

const CANNOT_WRITE = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'ENOENT', 'EEXIST'];

// A program that is missing fails with ENOENT too, and one that fills the disk says so only in words.
const sentenceFor = (
  { code = '', syscall = '', message }: NodeJS.ErrnoException,
  place: string,
): string | undefined => {
  if (code === 'ENOSPC' || code === 'EDQUOT' || SAYS_DISK_FULL.test(message)) return diskFull(place);
  return CANNOT_WRITE.includes(code) && !syscall.startsWith('spawn') ? notWritable(place) : undefined;
};
