import { once } from 'node:events';
import net from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeMail } from '../../src/channels/mail.ts';
import { openSandboxWorld, type SandboxWorld } from '../support/sandbox-world.ts';

const mail = { to: 'ann@fixline.example', subject: 'Somebody asks for a person', text: 'Booking K7.' };
const from = 'Fixline <hi@fixline.example>';

describe('without SMTP', () => {
  let world: SandboxWorld;
  beforeAll(async () => {
    world = await openSandboxWorld();
  });
  afterAll(() => world.close());

  it('a mail lies in the sandbox’s post box', async () => {
    const sent = await makeMail({ config: world.config })(mail);
    expect(sent).toEqual({ outcome: 'done', value: { mailId: '1' } });
    expect(await world.get('/mails')).toMatchObject([{ ...mail, from: world.config.mail.from }]);
  });

  it('a post box that is away takes it later', async () => {
    const config = { mail: { smtpUrl: null, from }, sandbox: { url: 'http://127.0.0.1:9' } };
    expect(await makeMail({ config })(mail)).toMatchObject({ outcome: 'later' });
  });

  it('and without a sandbox there is none', async () => {
    const config = { mail: { smtpUrl: null, from }, sandbox: null };
    expect(await makeMail({ config })(mail)).toEqual({ outcome: 'refused', reason: 'noMail', code: null });
  });
});

describe('by SMTP', () => {
  /** As much of RFC 5321 as one mail needs; `recipient` is its answer to RCPT. */
  const startPost = async (recipient: string) => {
    const heard: string[] = [];
    const server = net.createServer((socket) => {
      let isData = false;
      socket.write('220 post.example\r\n');
      socket.setEncoding('utf8').on('data', (chunk: string) => {
        for (const line of chunk.split('\r\n').slice(0, -1)) {
          heard.push(line);
          if (isData && line !== '.') continue;
          isData = line === 'DATA';
          if (isData) socket.write('354 go on\r\n');
          else socket.write(line.startsWith('RCPT') ? `${recipient}\r\n` : '250 ok\r\n');
        }
      });
      socket.on('error', () => undefined);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as net.AddressInfo;
    return { url: `smtp://127.0.0.1:${String(port)}`, heard, server };
  };
  const sendBy = async (recipient: string) => {
    const { url, heard, server } = await startPost(recipient);
    const sent = await makeMail({ config: { mail: { smtpUrl: url, from }, sandbox: null } })(mail);
    server.close();
    return { sent, heard };
  };

  it('a mail is handed over whole', async () => {
    const { sent, heard } = await sendBy('250 ok');
    expect(sent).toMatchObject({ outcome: 'done' });
    expect(heard).toEqual(
      expect.arrayContaining(['MAIL FROM:<hi@fixline.example>', 'RCPT TO:<ann@fixline.example>', 'Booking K7.']),
    );
    expect(heard).toContain(`Subject: ${mail.subject}`);
  });

  it('a wrong address is refused, a full box is for later', async () => {
    expect((await sendBy('550 no such user')).sent).toMatchObject({ outcome: 'refused', code: 550 });
    expect((await sendBy('452 full')).sent).toMatchObject({ outcome: 'later' });
  });

  it('nobody there is for later', async () => {
    const config = { mail: { smtpUrl: 'smtp://127.0.0.1:9', from }, sandbox: null };
    expect(await makeMail({ config })(mail)).toMatchObject({ outcome: 'later' });
  });
});
