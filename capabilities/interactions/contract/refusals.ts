import { refusal, refusalWith } from '@yilu/platform/contract';

export const noSuchInteraction = refusal('interactions.no_such_interaction', {
  zh: '没有这条往来，或不在您的范围内。',
  en: 'There is no such contact, or it is outside your scope.',
});

export const noSuchRegister = refusal('interactions.no_such_register', {
  zh: '没有这张登记表，或不在您的范围内。',
  en: 'There is no such register, or it is outside your scope.',
});

export const personNotVisible = refusal('interactions.person_not_visible', {
  zh: '这位客户不在您的范围内。要跟进的话，请案场经理把他分配给您。',
  en: 'This customer is outside your scope. Ask the site manager to assign them to you.',
});

export const partMissing = refusalWith<{ part: string; partZh: string; partEn: string }>('interactions.part_missing', {
  zh: ({ partZh }) => `请写上${partZh}。`,
  en: ({ partEn }) => `Fill in: ${partEn}.`,
});

export const recordTooShort = refusalWith<{
  part: string;
  partZh: string;
  partEn: string;
  counted: number;
  needed: number;
}>('interactions.record_too_short', {
  zh: ({ partZh, counted, needed }) =>
    `${partZh}要 ${needed} 字以上，现在 ${counted} 字，还差 ${needed - counted} 字。`,
  en: ({ partEn, counted, needed }) =>
    `${partEn} needs at least ${needed} characters; it has ${counted}, ${needed - counted} to go.`,
});

export const recordRepeats = refusalWith<{ part: string; partZh: string; partEn: string; character: string }>(
  'interactions.record_repeats',
  {
    zh: ({ partZh, character }) => `${partZh}里一半以上是“${character}”，请写实际谈到的内容。`,
    en: ({ partEn, character }) => `More than half of ${partEn} is “${character}”. Write what was really said.`,
  },
);

export const contactInFuture = refusal('interactions.contact_in_future', {
  zh: '往来时间还没有到，请改成实际发生的时间。',
  en: 'The time of the contact has not come yet. Enter when it really happened.',
});

export const registerIncomplete = refusalWith<{ missing: readonly string[]; missingZh: string; missingEn: string }>(
  'interactions.register_incomplete',
  {
    zh: ({ missingZh }) => `还差：${missingZh}。客户不愿说的可点“不愿透露”，也可以先存着，截止前补齐。`,
    en: ({ missingEn }) => `Still missing: ${missingEn}. Mark what they decline to say, or keep it and finish in time.`,
  },
);

export const registerNeedsPhoneOrName = refusal('interactions.register_needs_phone_or_name', {
  zh: '先存着也要有电话或姓名，不然回头认不出是谁。',
  en: 'Even an unfinished register needs a phone or a name, or nobody will know whose it was.',
});

export const alreadyRecorded = refusalWith<{ interactionId: string }>('interactions.already_recorded', {
  zh: () => '这几句话刚刚已经记过了，没有再记一遍。确实又联系了一次，请选“又联系了一次”。',
  en: () =>
    'These very words were recorded just now and were not recorded again. If there was another contact, say so.',
});

export const alreadyRegistered = refusalWith<{ registerId: string }>('interactions.already_registered', {
  zh: () => '这张登记表已经收到，没有再登记一遍。',
  en: () => 'This register has arrived already and was not kept twice.',
});

export const registerAlreadyComplete = refusal('interactions.register_already_complete', {
  zh: '这张登记表已经完成。要改内容，请在往来里改，会留下原话。',
  en: 'This register is complete. Change its text in the timeline, where the original stays visible.',
});

export const onlyAuthorMayChange = refusal('interactions.only_author_may_change', {
  zh: '只有记录人和经理可以改这条记录。',
  en: 'Only its author and managers may change this record.',
});

export const planInPast = refusal('interactions.plan_in_past', {
  zh: '下次跟进的时间已经过了，请选今天或以后。',
  en: 'The follow-up lies in the past. Choose today or later.',
});

export const registerNeedsUsablePhone = refusal('interactions.phone_unusable', {
  zh: '这个电话号码不完整，请核对；客户不愿留电话的点“不愿透露”。',
  en: 'This phone number is not complete. Check it, or mark that they decline to give one.',
});

export const onlyRecorderTakesBack = refusal('interactions.only_recorder_takes_back', {
  zh: '只有记录人可以撤销刚记的这一笔。',
  en: 'Only who has just recorded this contact may take it back.',
});

export const changedSinceRecorded = refusal('interactions.changed_since_recorded', {
  zh: '这一笔之后又改过，或写在登记表里，不能撤销；要改请改内容。',
  en: 'This contact was changed since, or belongs to a register, and cannot be taken back. Change its words instead.',
});
