import { refusal, refusalWith } from '@yilu/platform/contract';

export const noSuchPerson = refusal('customers.no_such_person', {
  zh: '找不到这位客户，可能已被合并，或不在您的范围内。',
  en: 'This customer cannot be found: merged into another, or outside your reach.',
});
export const noSuchPhone = refusal('customers.no_such_phone', {
  zh: '这位客户没有这个号码，请刷新后再试。',
  en: 'This customer has no such phone. Refresh and try again.',
});
export const noSuchParty = refusal('customers.no_such_party', {
  zh: '找不到这条房屋关系，请刷新后再试。',
  en: 'This part in a room cannot be found. Refresh and try again.',
});
export const noSuchRelation = refusal('customers.no_such_relation', {
  zh: '找不到这条关系，请刷新后再试。',
  en: 'This relation cannot be found. Refresh and try again.',
});
export const noSuchField = refusal('customers.no_such_field', {
  zh: '档案里没有这个项目。',
  en: 'The dossier has no such field.',
});
export const answeredTwice = refusal('customers.answered_twice', {
  zh: '同一个项目在一次保存里填了两次，请只留一个。',
  en: 'This field is answered twice in one request. Keep one of the answers.',
});
export const noSuchRoomHere = refusal('customers.no_such_room', {
  zh: '找不到这间房，可能不在您的范围内。',
  en: 'This room cannot be found, or is outside your reach.',
});
export const noSuchProjectHere = refusal('customers.no_such_project', {
  zh: '这个项目不在您的范围内。',
  en: 'This project is outside your reach.',
});

/** The detail carries the records it resembles. */
export const resemblesOthers = refusal('customers.resembles_others', {
  zh: '可能已经登记过。请先核对这些客户；确认不是同一人，再选择“仍然新建”。',
  en: 'This person may be registered already. Compare first; if they differ, choose “Register anyway”.',
});

export const phoneUnusable = refusal('customers.phone_unusable', {
  zh: '这个号码不像电话号码，请核对位数；外国号码请以 + 开头。',
  en: 'This does not look like a phone number. Check the digits; start foreign numbers with +.',
});
export const phonePlaceholder = refusal('customers.phone_placeholder', {
  zh: '这是占位号码，不能用来联系客户。没有号码时请留空。',
  en: 'This is a placeholder, nobody can be reached by it. Leave it empty when there is no number.',
});
export const phoneTwice = refusal('customers.phone_twice', {
  zh: '这位客户已经有这个号码。',
  en: 'This customer already has this number.',
});
export const identityUnusable = refusal('customers.identity_unusable', {
  zh: '证件号码不对，请核对位数和最后一位。',
  en: 'The ID number is wrong. Check its length and the last character.',
});
export const identityPlaceholder = refusal('customers.identity_placeholder', {
  zh: '这是占位证件号，没有证件时请留空。',
  en: 'This is a placeholder. Leave it empty when there is no ID number.',
});
export const bornInFuture = refusal('customers.born_in_future', {
  zh: '出生日期晚于今天，请核对。',
  en: 'The birth date lies after today. Please check it.',
});
export const birthYearDiffers = refusal('customers.birth_year_differs', {
  zh: '出生年份与出生日期不一致，请只填一个或改成一致。',
  en: 'Year and date of birth contradict each other.',
});

export const alreadyParty = refusal('customers.already_party', {
  zh: '这位客户在这间房已有同样的身份。',
  en: 'This customer already has this part in the room.',
});
export const endsBeforeStart = refusal('customers.ends_before_start', {
  zh: '结束日期早于开始日期，请核对。',
  en: 'It would end before it began. Please check the days.',
});
export const partyEnded = refusal('customers.party_ended', {
  zh: '这条房屋关系已经结束。',
  en: 'This part in the room has ended already.',
});
/** `sum` in per cent. */
export const sharesTooMany = refusalWith('customers.shares_too_many', {
  zh: ({ sum }: { sum: number }) => `产权份额合计 ${sum}%，超过了 100%，请核对。`,
  en: ({ sum }: { sum: number }) => `Shares add up to ${sum} %, more than 100 %. Please check them.`,
});
export const onlyOwnersHaveShares = refusal('customers.only_owners_have_shares', {
  zh: '只有业主和共有人有产权份额，租户、住户和家人没有。',
  en: 'Only owners and co-owners hold shares; tenants, residents and family do not.',
});
export const nobodyToTransferFrom = refusal('customers.nobody_to_transfer_from', {
  zh: '这间房现在没有业主，直接添加业主即可。',
  en: 'This room has no owner now; simply add one.',
});

export const relatedToThemselves = refusal('customers.related_to_themselves', {
  zh: '不能和自己建立关系，请选择另一位客户。',
  en: 'A person cannot be related to themselves. Choose another.',
});
export const alreadyRelated = refusal('customers.already_related', {
  zh: '两位客户已经有这种关系。',
  en: 'These two are related like this already.',
});
export const inAnotherHousehold = refusal('customers.in_another_household', {
  zh: '这位客户已在另一个家庭里，请先从那里移出。',
  en: 'This customer belongs to another household. Remove them there first.',
});
export const mergedWithThemselves = refusal('customers.merged_with_themselves', {
  zh: '不能和自己合并，请选择另一位客户。',
  en: 'A person cannot be merged with themselves. Choose another.',
});
export const kindsDiffer = refusal('customers.kinds_differ', {
  zh: '个人和公司不能合并。',
  en: 'A natural person and a company cannot be merged.',
});

export const fieldSwitchedOff = refusal('customers.field_switched_off', {
  zh: '这个项目目前不收集，请联系管理员。',
  en: 'This field is not collected at present. Ask an administrator.',
});
export const answerUnusable = refusal('customers.answer_unusable', {
  zh: '内容不符合这个项目的要求，请核对。',
  en: 'The answer does not fit this field. Please check it.',
});
export const consentNotYetRecorded = refusal('customers.consent_not_yet_recorded', {
  zh: '敏感信息要有单独授权才能收集，授权登记启用前不能打开。',
  en: 'Sensitive fields need separate consent; they stay off until consent can be recorded.',
});
export const purposeMissing = refusal('customers.purpose_missing', {
  zh: '请先写明收集用途，再打开这个项目。',
  en: 'State what the field is collected for before switching it on.',
});

export const noPhoneToRing = refusal('customers.no_phone_to_ring', {
  zh: '这位客户没有可以拨打的号码，请先在档案里补上。',
  en: 'There is no number to ring this customer by. Add one to the dossier first.',
});
export const reasonNeeded = refusal('customers.reason_needed', {
  zh: '这位客户不在您名下，查看号码需写明原因。',
  en: 'This customer is not in your portfolio: state a reason to see the phone.',
});
export const noIdentity = refusal('customers.no_identity', {
  zh: '这位客户还没有登记证件。',
  en: 'No ID number is on file for this customer.',
});
export const noSuchAnswer = refusal('customers.no_such_answer', {
  zh: '这个项目还没有填写。',
  en: 'This field has no answer yet.',
});
export const phoneStaysMasked = refusal('customers.phone_stays_masked', {
  zh: '号码中间是星号，没有保存。请写完整的号码。',
  en: 'The number has asterisks in it and was not saved. Please write the whole number.',
});
