/** A peer is a process: it answers the questions of run.mjs, one at a time. */
export function serve(implementation) {
  process.on('message', async ({ question, workload, name }) => {
    try {
      process.send({ answer: await implementation[question](workload, name) });
    } catch (error) {
      process.send({ error: error.stack ?? String(error) });
    }
  });
  process.send({ answer: 'ready' });
}
