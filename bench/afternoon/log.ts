// The log that the plain version keeps when it is asked for one: both directions, and what became of each text.
import mongoose from 'mongoose';

interface Text {
  _id: string;
  phone: string;
  body: string;
  status: string;
}

const Texts = mongoose.model(
  'Text',
  new mongoose.Schema<Text>({ _id: String, phone: String, body: String, status: String }),
);

const note = (sid: string, changes: Partial<Text>) =>
  Texts.updateOne({ _id: sid }, { $set: changes }, { upsert: true });

export const textLog = {
  received: (sid: string, phone: string, body: string) => note(sid, { phone, body, status: 'received' }),
  sent: (sid: string, phone: string, body: string) => note(sid, { phone, body }),
  became: (sid: string, status: string) => note(sid, { status }),
};
