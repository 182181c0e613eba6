import { Backups } from '../../components/settings/Backups.tsx';
import { AddressForm } from '../../components/settings/sites/AddressForm.tsx';
import { FollowedSites } from '../../components/settings/sites/FollowedSites.tsx';
import { ImportResult } from '../../components/settings/catalogues/ImportResult.tsx';
import {
  ImportChoices,
  ImportRunning,
  UnfinishedImports,
} from '../../components/settings/catalogues/CatalogueImport.tsx';
import { Ratings } from '../../components/settings/catalogues/Ratings.tsx';
import { Catalogues } from '../../components/settings/catalogues/Catalogues.tsx';
import { Sources } from '../../components/settings/Sources.tsx';
import { StorageUse } from '../../components/settings/StorageUse.tsx';
import { Sync } from '../../components/settings/sync/Sync.tsx';
import { TmdbPictures } from '../../components/settings/TmdbPictures.tsx';
import { TableMapping } from '../../components/settings/catalogues/TableMapping.tsx';
import { UnmatchedPosts } from '../../components/settings/sites/UnmatchedPosts.tsx';
import { useKeptFocus } from '../../components/ui/use-kept-focus.ts';
import { t } from '../../lib/i18n/messages.ts';
import type { OptionsState } from './options-state.ts';
import { listFieldChoices } from './table-draft.ts';

// The parts of the options page that show state from the background.

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
      more={{
        tmdb: (
          <TmdbPictures
            state={state.pictures.value}
            answer={state.picturesAnswer.value}
            onSwitch={(on) => void state.switchPictures(on)}
          />
        ),
      }}
    />
  );
}

/** The followed sites, and their posts that match no film. */
export function FollowedPart({ state }: { state: OptionsState }) {
  return (
    <>
      <FollowedSites
        sites={state.sites.value.value}
        fault={state.sites.fault.value}
        busy={state.busySite.value}
        readingPast={state.readingPast.value}
        status={state.siteStatus.value}
        onUndo={() => void state.undoSite()}
        onFollow={(url) => void state.followSite(url)}
        onAllow={(site) => void state.allowSite(site)}
        onFetch={(site) => void state.fetchSite(site)}
        onPast={(site) => void state.readPast(site)}
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

function ImportView({ state }: { state: OptionsState }) {
  const view = state.importView.value;
  if (view.kind === 'running')
    return <ImportRunning name={view.name} progress={view.progress} onCancel={() => state.cancelImport()} />;
  if (view.kind === 'mapping')
    return (
      <TableMapping
        fileName={view.file.name}
        header={view.preview.header}
        rows={view.preview.rows}
        choices={listFieldChoices()}
        draft={view.draft}
        onChange={(draft) => state.changeDraft(draft)}
        onStart={() => void state.startTable()}
        onCancel={() => state.closeTable()}
      />
    );
  return (
    <ImportChoices
      isBusy={state.isCatalogueBusy.value}
      onImdb={(files) => void state.importImdb(files)}
      onTable={(file) => void state.openTable(file)}
      onFolder={(files) => void state.importFolder(files)}
    />
  );
}

/** The current step of an import. */
function ImportPart({ state }: { state: OptionsState }) {
  const part = useKeptFocus<HTMLDivElement>();
  return (
    <div id="import-files" ref={part} tabIndex={-1} role="group" aria-label={t('importHeading')}>
      <ImportView state={state} />
    </div>
  );
}

/** The catalogues, and the forms that add one. */
export function CataloguePart({ state }: { state: OptionsState }) {
  const unfinished = state.catalogueList.value.value?.unfinished ?? [];
  return (
    <Catalogues
      catalogues={state.catalogueList.value.value?.catalogues ?? null}
      fault={state.catalogueList.fault.value}
      isBusy={state.isCatalogueBusy.value}
      status={state.catalogueStatus.value}
      onAllow={(catalogue) => void state.refreshCatalogue(catalogue)}
      onRefresh={(catalogue) => void state.refreshCatalogue(catalogue)}
      onRemove={({ id, name }) => void state.removeCatalogue(id, name)}
    >
      <Ratings
        ratings={state.ratings.value}
        sawProgress={state.sawProgress.value}
        onStart={() => void state.startRatings()}
        onStop={() => void state.stopRatings()}
        onBring={() => document.getElementById('import-files')?.focus()}
        onSwitchOff={() => void state.switchRatingsOff()}
        onRemove={() => void state.removeRatings()}
      />
      <UnfinishedImports
        imports={state.importView.value.kind === 'idle' ? unfinished : []}
        onDiscard={({ id, name }) => void state.removeCatalogue(id, name)}
      />
      <ImportPart state={state} />
      <ImportResult end={state.importEnd.value} />
      <AddressForm
        label={t('addCatalogueAddress')}
        action={t('addCatalogue')}
        example={t('addCatalogueExample')}
        isBusy={state.isCatalogueBusy.value}
        onSubmit={(url) => void state.addCatalogue(url)}
      />
    </Catalogues>
  );
}

/** The backups of the log. */
export function BackupPart({ state }: { state: OptionsState }) {
  const isBusy = state.isBackupBusy.value;
  return (
    <Backups
      backups={state.backups.value.value}
      fault={state.backups.fault.value}
      status={state.backupStatus.value}
      isBusy={isBusy}
      asked={state.asked.value}
      files={{
        state: state.fileBackup.value.value,
        isBusy,
        onSave: () => void state.saveFile(),
        onSwitch: (on) => void state.switchFiles(on),
        onInterval: (interval) => void state.setFileInterval(interval),
      }}
      check={{
        state: state.logCheck.value.value,
        isChecking: state.isCheckingLog.value,
        fault: state.logCheckFault.value ?? state.logCheck.fault.value,
        onCheck: () => void state.checkLog(),
      }}
      onMake={() => void state.makeBackup()}
      onAsk={(backup) => void state.askRestore(backup)}
      onRestore={(mode) => void state.restoreBackup(mode)}
      onClose={() => state.closeRestore()}
      onUndo={() => void state.undoRestore()}
    />
  );
}

/** What is stored, and its size. */
export function StoragePart({ state }: { state: OptionsState }) {
  return (
    <StorageUse
      use={state.storageUse.value.value}
      fault={state.storageUse.fault.value}
      status={state.storageStatus.value}
      isBusy={state.isClearing.value}
      onClear={() => void state.clearCache()}
      onClearSiteScores={() => void state.clearSiteScores()}
    />
  );
}

/** One log on several devices. */
export function SyncPart({ state }: { state: OptionsState }) {
  return (
    <Sync
      state={state.sync.value.value}
      fault={state.sync.fault.value}
      status={state.syncStatus.value}
      now={state.syncShownAt.value}
      isBusy={state.isSyncBusy.value}
      hasFolders={state.hasFolders}
      folder={state.folder.value}
      deviceName={state.deviceName}
      found={state.found.value}
      question={state.syncQuestion.value}
      onChooseFolder={() => void state.chooseFolder()}
      onCheck={(request) => void state.checkPlace(request)}
      onEdit={() => state.forgetCheck()}
      onBegin={() => void state.beginSync()}
      onCloseQuestion={() => state.forgetCheck()}
      onSync={(deletions) => void state.syncNow(deletions)}
      onAllow={() => void state.allowPlace()}
      onPassphrase={(passphrase) => void state.enterPassphrase(passphrase)}
      onPutAgain={() => void state.putAgain()}
      onCancel={() => void state.cancelSync()}
      onPause={(isPaused) => void state.pauseSync(isPaused)}
      onRename={(name) => void state.renameDevice(name)}
      onLocation={(location) => void state.changeLocation(location)}
      onNewPassphrase={(passphrase) => void state.changePassphrase(passphrase)}
      onStop={() => void state.stopSync()}
      onRemove={() => void state.removeFromPlace()}
    />
  );
}
