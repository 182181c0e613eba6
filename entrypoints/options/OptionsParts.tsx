import { AddressForm } from '../../components/settings/AddressForm.tsx';
import { FollowedSites } from '../../components/settings/FollowedSites.tsx';
import { Shelves } from '../../components/settings/Shelves.tsx';
import { Sources } from '../../components/settings/Sources.tsx';
import { StorageUse } from '../../components/settings/StorageUse.tsx';
import { UnmatchedPosts } from '../../components/settings/UnmatchedPosts.tsx';
import { StatusLine } from '../../components/ui/StatusLine.tsx';
import { t } from '../../lib/i18n/messages.ts';
import type { OptionsState } from './options-state.ts';

// The parts of the options page that show what the background tells.

/** The live sources. */
export function SourcePart({ state }: { state: OptionsState }) {
  return (
    <Sources
      sources={state.sources.value.value}
      fault={state.sources.fault.value}
      busy={state.busySource.value}
      answers={state.sourceAnswers.value}
      onSwitch={(source, on) => void state.switchSource(source, on)}
      onSetKey={(source, key) => void state.setKey(source, key)}
      onRemoveKey={(source) => void state.removeKey(source)}
    />
  );
}

/** The followed sites, and their posts that nobody could tell the film of. */
export function FollowedPart({ state }: { state: OptionsState }) {
  return (
    <>
      <FollowedSites
        sites={state.sites.value.value}
        fault={state.sites.fault.value}
        busy={state.busySite.value}
        status={state.siteStatus.value}
        onUndo={() => void state.undoSite()}
        onFollow={(url) => void state.followSite(url)}
        onAllow={(site) => void state.allowSite(site)}
        onFetch={(site) => void state.fetchSite(site)}
        onPause={(site, paused) => void state.pauseSite(site, paused)}
        onRemove={(site) => void state.removeSite(site)}
      />
      <UnmatchedPosts
        posts={state.unmatched.value.value ?? []}
        maxYear={state.maxYear}
        onAssign={(post, film) => void state.assign(post, film)}
        onName={(post, title, year) => void state.nameFilm(post, title, year)}
      />
    </>
  );
}

/** The shelves, and the ways to bring one. */
export function ShelfPart({ state }: { state: OptionsState }) {
  return (
    <Shelves
      shelves={state.shelfList.value.value?.shelves ?? null}
      fault={state.shelfList.fault.value}
      isBusy={state.isShelfBusy.value}
      onAllow={(shelf) => void state.refreshShelf(shelf)}
      onRefresh={(shelf) => void state.refreshShelf(shelf)}
      onRemove={({ id, name }) => void state.removeShelf(id, name)}
    >
      <StatusLine status={state.shelfStatus.value} onUndo={() => undefined} />
      <AddressForm
        label={t('addShelfAddress')}
        action={t('addShelf')}
        example={t('addShelfExample')}
        isBusy={state.isShelfBusy.value}
        onSubmit={(url) => void state.addShelf(url)}
      />
    </Shelves>
  );
}

/** What is stored, and how large it is. */
export function StoragePart({ state }: { state: OptionsState }) {
  return (
    <StorageUse
      use={state.storageUse.value.value}
      fault={state.storageUse.fault.value}
      status={state.storageStatus.value}
      isBusy={state.isClearing.value}
      onClear={() => void state.clearCache()}
    />
  );
}
