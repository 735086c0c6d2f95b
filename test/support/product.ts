import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** The product as a process of its own, which can be killed. */
export interface Product {
  url: string;
  pid: number;
  /** SIGKILL: no handler runs. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts `main.ts` with these settings alone, and waits for the address it prints. Throws with what it wrote when it ends first. */
export async function startProduct(env: Record<string, string>): Promise<Product> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, LOG_LEVEL: 'error', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit');
  const url = await addressOf(child);
  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await ended;
  };
  return { url, pid: child.pid!, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') };
}

async function addressOf(child: ChildProcess): Promise<string> {
  const wrote: string[] = [];
  child.stderr!.on('data', part => wrote.push(String(part)));
  for await (const line of createInterface({ input: child.stdout! })) {
    const url = /is at (http\S+)/.exec(line)?.[1];
    if (url) return url;
  }
  throw new Error(`the product did not start: ${wrote.join('').slice(-2_000)}`);
}
