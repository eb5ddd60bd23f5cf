// The door of the faces: asking the server, pages as values, texts and formats, the look, and the kit.
export * from './ask/ask.ts';
export * from './ask/ask-error.ts';
export { Asking } from './ask/asking.tsx';
export * from './ask/files.ts';
export { useMayBeOld } from './ask/may-be-old.ts';
export { onTopOf } from './ask/on-top-of.ts';
export { useOnline } from './ask/online.ts';
export { useWritten } from './ask/other-tabs.ts';
export { askAs, onSignedOut, onSomeoneElse, serverNow } from './ask/signed-in.ts';
export * from './ask/use-answer.ts';
export * from './ask/use-ask.ts';
export * from './ask/use-pages.ts';
export * from './kit/index.ts';
export {
  askOrRemember,
  forgetAccount,
  keepReadable,
  onAccountChanged,
  recall,
  rememberAccount,
  rememberAnswer,
} from './offline/memory.ts';
export { asksFirst, tallyOf, type WaitingRecord } from './offline/outbox-rules.ts';
export { type Draft, useDraft } from './offline/use-draft.ts';
export { useKeptForm } from './offline/use-kept-form.ts';
export { useOutbox, useSending, useWaiting, useWaitingRecord } from './offline/use-outbox.ts';
export { errorOf, type PostingNote, usePosting, usePostOrKeep } from './offline/use-posting.ts';
export { canKeep, forget } from './offline/vault.ts';
export * from './pages/audit-words.tsx';
export * from './pages/commands.tsx';
export * from './pages/console-page.ts';
export * from './pages/navigate.tsx';
export { useIsPhone, useMedia } from './pages/phone.ts';
export * from './pages/query-state.ts';
export { matches } from './pages/search-text.ts';
export { keyName, useShortcut } from './pages/shortcuts.ts';
export * from './pages/slots.tsx';
export { UnsavedGuard } from './pages/unsaved.tsx';
export { useOnLeaving } from './pages/use-on-leaving.ts';
export * from './pages/viewer.tsx';
export { phoneOnPage } from './text/formats.ts';
export { currentLanguage, languageChosenByHand, say, useLanguage, useText } from './text/language.ts';
export { useFormats, useNow } from './text/use-formats.ts';
export { type ThemeChoice, useTheme } from './theme/brightness.ts';
export { Theme } from './theme/theme.tsx';
export { type Brightness, tokens } from './theme/tokens.ts';
