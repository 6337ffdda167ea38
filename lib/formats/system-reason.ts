/** Why the system refuses a file, for messages: without the call and the paths that Node.js adds, of which some are temporary. */
export function systemReason(cause: unknown, doing: 'read' | 'write'): string {
  const { code, message } = cause as NodeJS.ErrnoException;
  if (code === 'ENOENT') return doing === 'read' ? 'no such file' : 'no such folder';
  if (code === 'EISDIR') return 'it is a folder';
  if (code === 'EACCES' || code === 'EPERM') return 'permission denied';
  return (message ?? String(cause)).split(/, (?:open|read|write|rename|fsync|stat|access)\b/)[0];
}
