/** Requests to a port, one after another, until standard input ends; prints their times in milliseconds. */
import { Agent, get } from 'node:http';

const agent = new Agent({ keepAlive: true });
const request = () =>
  new Promise((resolve, reject) => {
    const start = performance.now();
    get({ host: '127.0.0.1', port: Number(process.argv[2]), agent }, (response) => {
      response.resume().on('end', () => resolve(performance.now() - start));
    }).on('error', reject);
  });
const times = [];
let on = true;
process.stdin.resume().on('end', () => {
  on = false;
});
await request();
console.log('ready');
while (on) times.push(await request());
console.log(JSON.stringify(times));
// Not process.exit: what is still on its way through the pipe would be cut off.
agent.destroy();
