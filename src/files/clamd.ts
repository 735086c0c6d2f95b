import { connect, type NetConnectOpts } from 'node:net';
import type { Scanner, ScanResult } from '../app/ports/files.ts';

/** Where no scanner is set up: the checks of name and bytes are all there is. */
export const noScanner: Scanner = { scan: async () => 'unchecked' };

const chunk = 256 * 1024;

/**
 * The ClamAV daemon at `unix:/path/to/socket` or `tcp://host:3310`, by its INSTREAM command (clamd(8)). Answers `unavailable`
 * for every failure, for a size it refuses and after `timeoutMs`: never `clean` unless the daemon said so.
 */
export function clamd(address: string, timeoutMs = 30_000): Scanner {
  const where = readAddress(address);
  return { scan: bytes => ask(where, bytes, timeoutMs).then(readReply, () => 'unavailable') };
}

function readAddress(address: string): NetConnectOpts {
  if (address.startsWith('unix:')) return { path: address.slice('unix:'.length) };
  const { hostname, port } = new URL(address);
  return { host: hostname, port: Number(port || 3310) };
}

function ask(where: NetConnectOpts, bytes: Uint8Array, timeoutMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    let reply = '';
    const socket = connect(where);
    const late = setTimeout(() => socket.destroy(new Error('the scanner is late')), timeoutMs);
    socket.setEncoding('utf8');
    socket.on('data', part => {
      reply += part;
      if (reply.length > 10_000) socket.destroy(new Error('the scanner says too much'));
    });
    socket.on('error', reject);
    socket.on('close', () => {
      clearTimeout(late);
      resolve(reply);
    });
    socket.on('connect', () => {
      socket.write('zINSTREAM\0');
      for (let from = 0; from < bytes.length; from += chunk) {
        const part = bytes.subarray(from, from + chunk);
        const size = Buffer.alloc(4);
        size.writeUInt32BE(part.length);
        socket.write(size);
        socket.write(part);
      }
      socket.write(Buffer.alloc(4));
    });
  });
}

function readReply(reply: string): ScanResult {
  const said = reply.replace(/\0/g, '').trim();
  if (said === 'stream: OK') return 'clean';
  return /^stream: .* FOUND$/.test(said) ? 'infected' : 'unavailable';
}
