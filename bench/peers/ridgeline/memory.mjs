/** Measured, or what the plan says. */
import { fresh } from '../fresh.mjs';

const answerOf = (script, kase) => fresh(`ridgeline/${script}`, [JSON.stringify(kase)], ['--expose-gc']);

/** Of a case with members: what each of the many has that the few have not. */
async function perMember(kase) {
  const [few, many] = kase.members;
  const [less, more] = [
    await answerOf('members-process.mjs', { ...kase, members: few }),
    await answerOf('members-process.mjs', { ...kase, members: many }),
  ];
  return { growth: (more.growth - less.growth) / (many - few), planned: more.planned };
}

const run = async (kase) => {
  const { growth, planned } = await (kase.members ? perMember(kase) : answerOf('memory-process.mjs', kase));
  return (kase.what === 'plan' ? kase.allowance * planned : growth) / 1e6;
};
export const check = () => null;
export const time = run;
