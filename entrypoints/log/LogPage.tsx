import type { ComponentChildren } from 'preact';
import { Recovery } from '../../components/log/Recovery.tsx';
import { Icon } from '../../components/ui/Icon.tsx';
import { Logo } from '../../components/ui/Logo.tsx';
import { formatNumber, t } from '../../lib/i18n/messages.ts';
import { Diary } from './Diary.tsx';
import type { LogPageState } from './log-state.ts';

function Frame({ count, children }: { count: number | null; children: ComponentChildren }) {
  return (
    <div class="log">
      <nav class="nav" aria-label={t('logNavigation')}>
        <p class="brand title">
          <Logo />
          {t('extensionName')}
        </p>
        <a href="/log.html" aria-current="page">
          {t('logDiary')}
          {count !== null && <span class="number">{formatNumber(count)}</span>}
        </a>
        <a href="/options.html">{t('logOptions')}</a>
      </nav>
      <main class="main">{children}</main>
    </div>
  );
}

/** The log page: the diary, or the way back to it. */
export function LogPage({ state }: { state: LogPageState }) {
  const health = state.health.value;
  const isWell = health?.state === 'ok' || health?.state === 'newer';
  return (
    <Frame count={isWell && state.isWhole.value ? (state.items.value?.length ?? 0) : null}>
      {health && health.state !== 'ok' && (
        <Recovery
          health={health}
          isBusy={state.isBusy.value}
          fault={state.fault.value}
          onRestore={(id) => void state.restore(id)}
          onAccept={() => void state.acceptLoss()}
        />
      )}
      {health?.state === 'ok' && health.backupFault !== undefined && (
        <p class="warning" role="alert">
          <Icon name="question" />
          {t('logBackupFault', health.backupFault)}
        </p>
      )}
      {health && health.state !== 'unreadable' && <Diary state={state} canWrite={health.state === 'ok'} />}
    </Frame>
  );
}
