/** Delays of this process's event loop while something else goes on. */
import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { quantile } from '../core/statistics.mjs';

/** p99, in milliseconds, of how late timers of 1 ms are while `work` goes on. */
async function timers(work) {
  const delays = [];
  let on = true;
  let due = performance.now() + 1;
  const tick = () => {
    const now = performance.now();
    delays.push(Math.max(0, now - due));
    due = now + 1;
    if (on) setTimeout(tick, 1);
  };
  setTimeout(tick, 1);
  await work();
  on = false;
  return quantile(delays, 0.99);
}

/** p99, in milliseconds, of requests that another process makes one after another while `work` goes on. */
async function requests(work) {
  const server = createServer((_request, response) => response.end('{"ok":true}'));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const client = spawn(process.execPath, [join(import.meta.dirname, 'client.mjs'), String(server.address().port)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let output = '';
  client.stdout.setEncoding('utf8').on('data', (text) => {
    output += text;
  });
  await new Promise((resolve) => client.stdout.once('data', resolve));
  await work();
  client.stdin.end();
  await new Promise((resolve) => client.once('close', resolve));
  server.closeAllConnections();
  server.close();
  return quantile(JSON.parse(output.trim().split('\n').at(-1)), 0.99);
}

export const delayOf = (what, work) => (what === 'timers' ? timers(work) : requests(work));
