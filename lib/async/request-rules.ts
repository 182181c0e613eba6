/** How every request to a service or a server is sent: it says nothing of the user that its headers do not say, and is answered by the service itself. */
export const requestRules = {
  credentials: 'omit',
  referrerPolicy: 'no-referrer',
  // The target of a redirect is hidden, so none is followed: no request goes to a host without permission.
  redirect: 'manual',
  cache: 'no-store',
} as const satisfies RequestInit;

/** Whether a response sends elsewhere. */
export function isRedirect({ type, status }: Response): boolean {
  return type === 'opaqueredirect' || (status >= 301 && status <= 308 && status !== 304);
}
