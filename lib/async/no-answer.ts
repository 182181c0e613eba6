/** Why a request got no answer: `offline` if the machine has no network, otherwise the server is `unreachable`. */
export const explainNoAnswer = (isOnline: boolean): 'offline' | 'unreachable' =>
  isOnline ? 'unreachable' : 'offline';
