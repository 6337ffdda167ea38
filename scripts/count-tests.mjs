// node scripts/count-tests.mjs FILE...: the totals of vitest's JSON reports. Fails when a report is missing, counts no test, or a test or file failed.
import { existsSync, readFileSync } from 'node:fs';

let [passed, failed] = [0, 0];
for (const file of process.argv.slice(2)) {
  if (!existsSync(file)) {
    console.log(`${file} was not written: vitest did not end`);
    failed++;
    continue;
  }
  const report = JSON.parse(readFileSync(file, 'utf8'));
  // A file that cannot be loaded, or whose process died, has no failed test of its own.
  const silent = report.testResults.filter((f) => f.status === 'failed' && f.assertionResults.every((t) => t.status !== 'failed'));
  for (const f of silent) console.log(`failed outside of its tests: ${f.name}`);
  if (report.numTotalTests === 0) console.log(`${file} holds no test`);
  passed += report.numPassedTests;
  failed += report.numFailedTests + silent.length + (report.numTotalTests === 0 ? 1 : 0);
  if (!report.success && report.numFailedTests + silent.length === 0) {
    console.log(`${file}: vitest reports a failure outside of all tests`);
    failed++;
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
