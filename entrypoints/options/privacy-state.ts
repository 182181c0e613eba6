import { signal } from '@preact/signals';
import type { SentCount } from '../../components/settings/Privacy.tsx';
import { formatError } from '../../components/ui/error-words.ts';
import { sendMessage } from '../../lib/messaging/messages.ts';
import type { SourceOverview } from '../../lib/messaging/source-protocol.ts';
import { listSentRequests } from '../../lib/settings/sent-requests.ts';

const ratingsHost = 'datasets.imdbws.com';

/** The name of the service at a host; the host where none of ours is there. */
function nameHost(host: string, sources: readonly SourceOverview[]): string {
  if (host === ratingsHost) return 'IMDb';
  return sources.find(({ origins }) => origins.some((origin) => origin.includes(`//${host}/`)))?.name ?? host;
}

/** Creates the state of what left this computer, and of deleting everything. `listSources` names the services. */
export function createPrivacyState(listSources: () => readonly SourceOverview[]) {
  const sent = signal<SentCount[] | null>(null);
  const isDeleting = signal(false);
  const deleteFault = signal<string | null>(null);
  return {
    sent,
    isDeleting,
    deleteFault,
    async refreshSent(): Promise<void> {
      const counts = new Map<string, number>();
      for (const { host, count } of await listSentRequests(Date.now())) {
        const name = nameHost(host, listSources());
        counts.set(name, (counts.get(name) ?? 0) + count);
      }
      sent.value = [...counts].map(([name, count]) => ({ name, count }));
    },
    async deleteEverything(): Promise<void> {
      isDeleting.value = true;
      deleteFault.value = null;
      try {
        await sendMessage('deleteEverything', undefined);
        localStorage.clear();
        location.assign('/welcome.html');
      } catch (error) {
        deleteFault.value = formatError(error);
        isDeleting.value = false;
      }
    },
  };
}
