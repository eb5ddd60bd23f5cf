import { refusal, refusalWith } from '@yilu/platform/contract';

export const wrongCredentials = refusal('identity.wrong_credentials', {
  zh: '用户名或密码不对，请重新输入。',
  en: 'Wrong username or password. Please try again.',
});

export const wrongCode = refusal('identity.wrong_code', {
  zh: '验证码不对或已用过，请输入验证器上现在显示的六位数字。',
  en: 'Wrong or already used code. Enter the six digits that your authenticator shows now.',
});

export const ticketExpired = refusal('identity.ticket_expired', {
  zh: '等待时间过长，请重新输入用户名和密码。',
  en: 'This took too long. Please enter username and password again.',
});

export const locked = refusalWith<{ minutes: number }>('identity.locked', {
  zh: ({ minutes }) => `连续输错次数过多，账号已锁定。请 ${minutes} 分钟后再试，或请管理员解锁。`,
  en: ({ minutes }) =>
    `Too many failed tries: the account is locked. Try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}, or ask an administrator to unlock it.`,
});

export const tooManyTries = refusalWith<{ minutes: number }>('identity.too_many_tries', {
  zh: ({ minutes }) => `这个网络上的登录失败过多，请 ${minutes} 分钟后再试。`,
  en: ({ minutes }) =>
    `Too many failed sign-ins from this network. Try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`,
});

export const changePasswordFirst = refusal('identity.change_password_first', {
  zh: '这个密码是别人替您设的，请先改成自己的密码。',
  en: 'This password was set by somebody else. Change it to your own first.',
});

export const passwordTooShort = refusalWith<{ needed: number }>('identity.password_too_short', {
  zh: ({ needed }) => `密码至少要 ${needed} 个字符。`,
  en: ({ needed }) => `A password needs at least ${needed} characters.`,
});

export const passwordTooPlain = refusal('identity.password_too_plain', {
  zh: '这个密码太容易猜到：不要用用户名、连续或重复的字符、常见密码。',
  en: 'This password is easily guessed: avoid the username, runs or repeats of characters, and common passwords.',
});

export const passwordUnchanged = refusal('identity.password_unchanged', {
  zh: '新密码不能与现在的相同。',
  en: 'The new password must differ from the present one.',
});

export const currentPasswordWrong = refusal('identity.current_password_wrong', {
  zh: '当前密码不对。',
  en: 'The current password is wrong.',
});

export const noSecondFactorOffered = refusal('identity.no_second_factor_offered', {
  zh: '请先开始设置验证器，再输入验证码。',
  en: 'Begin to set up the authenticator first.',
});

export const alreadyHasSecondFactor = refusal('identity.already_has_second_factor', {
  zh: '已经启用了两步验证。要更换验证器，请先停用。',
  en: 'Two-step verification is already on. Turn it off first to change the authenticator.',
});

export const hasNoSecondFactor = refusal('identity.has_no_second_factor', {
  zh: '还没有启用两步验证。',
  en: 'Two-step verification is not on.',
});

export const staffOnly = refusal('identity.staff_only', {
  zh: '接口密钥不能做这件事，请用员工账号登录。',
  en: 'An API key cannot do this. Sign in as a member of staff.',
});

export const noSuchSession = refusal('identity.no_such_session', {
  zh: '这个登录已经结束。',
  en: 'This session has already ended.',
});

export const alreadySetUp = refusal('identity.already_set_up', {
  zh: '已经有管理员了，请直接登录。',
  en: 'There is an administrator already. Please sign in.',
});

export const noSuchStaff = refusal('identity.no_such_staff', {
  zh: '没有这位员工，或不在您的管理范围内。',
  en: 'There is no such member of staff, or not within your reach.',
});

export const usernameTaken = refusal('identity.username_taken', {
  zh: '这个用户名已经有人用了，请换一个。',
  en: 'This username is taken. Please choose another.',
});

export const noSuchRole = refusal('identity.no_such_role', { zh: '没有这个角色。', en: 'There is no such role.' });

export const noSuchNode = refusal('identity.no_such_node', {
  zh: '没有这个公司或项目，或不在您的管理范围内。',
  en: 'There is no such company or project, or not within your reach.',
});

export const noSuchGrant = refusal('identity.no_such_grant', {
  zh: '这项授权已经不在了。',
  en: 'This grant is already gone.',
});

export const noSuchSubject = refusal('identity.no_such_subject', {
  zh: '找不到其中的客户或房屋，或不在您的范围内。',
  en: 'One of these customers or rooms does not exist, or is outside your reach.',
});

export const alreadyGranted = refusal('identity.already_granted', {
  zh: '这位员工在这里已经有这个角色。',
  en: 'This member of staff already has this role here.',
});

export const beyondOwnReach = refusal('identity.beyond_own_reach', {
  zh: '不能管理权限或范围比自己大的账号，也不能授出自己没有的权限。请找上级办理。',
  en: 'You cannot manage an account with wider permissions or reach than your own, nor grant what you do not have. Ask your superior.',
});

export const mixedOwnPortfolio = refusal('identity.mixed_own_portfolio', {
  zh: '一个账号要么全部“只看自己名下”，要么全部不是。请先改掉其他授权，或另开一个账号。',
  en: 'Either all roles of an account are limited to the own portfolio or none is. Change the other grants first, or use a second account.',
});

export const lastAdministrator = refusal('identity.last_administrator', {
  zh: '这是最后一位管理员。请先指定另一位管理员。',
  en: 'This is the last administrator. Appoint another one first.',
});

export const notYourself = refusal('identity.not_yourself', {
  zh: '不能对自己的账号做这件事，请另一位管理员办理。',
  en: 'You cannot do this to your own account. Ask another administrator.',
});

export const stillHolds = refusalWith<{ sentences: readonly string[]; sentencesInEnglish: readonly string[] }>(
  'identity.still_holds',
  {
    zh: ({ sentences }) => `还有工作没有移交：${sentences.join('；')}。请先移交，再办理离职。`,
    en: ({ sentencesInEnglish }) =>
      `Work is still to be handed over: ${sentencesInEnglish.join('; ')}. Hand it over, then close the account.`,
  },
);

export const stillHoldsThere = refusalWith<{
  sentences: readonly string[];
  sentencesInEnglish: readonly string[];
}>('identity.still_holds_there', {
  zh: ({ sentences }) => `在收回的范围里还有工作没有移交：${sentences.join('；')}。请选择接收的同事，一起移交。`,
  en: ({ sentencesInEnglish }) =>
    `Work there is still to be handed over: ${sentencesInEnglish.join('; ')}. Choose a colleague who takes it.`,
});

export const wouldLeaveBehind = refusalWith<{
  colleagues: readonly string[];
  colleaguesInEnglish: readonly string[];
  /** How many besides those named. */
  further: number;
}>('identity.would_leave_behind', {
  zh: ({ colleagues, further }) =>
    `这样改，下面的同事就管不到手里的工作了：${colleagues.join('、')}${further > 0 ? `等 ${colleagues.length + further} 位` : ''}。请先到“员工与权限”里把这些移交给同事，或给他们别的角色，再来改。`,
  en: ({ colleaguesInEnglish, further }) =>
    `These colleagues could no longer get at their work: ${colleaguesInEnglish.join(', ')}${further > 0 ? ` and ${further} more` : ''}. Hand it over under Staff first, or grant them another role.`,
});

export const alreadyLeft = refusal('identity.already_left', {
  zh: '这位员工已经离职，账号已关闭。',
  en: 'This member of staff has left; the account is closed.',
});

export const hasNotLeft = refusal('identity.has_not_left', {
  zh: '这个账号正在使用中。',
  en: 'This account is in use.',
});

export const sameHolder = refusal('identity.same_holder', {
  zh: '移交人和接收人是同一个人，请选择另一位员工。',
  en: 'Giver and receiver are the same person. Choose another member of staff.',
});

export const receiverCannotReach = refusal('identity.receiver_cannot_reach', {
  zh: '接收人在其中的项目里没有角色，接手后也看不到。请先给接收人授权。',
  en: 'The receiver has no role in one of these projects and could not see what is handed over. Grant a role first.',
});

export const receiverOnOtherSide = refusal('identity.receiver_on_other_side', {
  zh: '接收人属于另一方（开发商或物业），不能由这边移交。',
  en: 'The receiver works for the other side (developer or property) and cannot be handed what is on this one.',
});

export const receiverCannotHold = refusal('identity.receiver_cannot_hold', {
  zh: '接收人的角色看不到客户，接不了。请换一位同事，或先调整角色。',
  en: 'The receiver’s role does not see customers and could not look after them. Choose a colleague, or change the role first.',
});

export const roleTitleTaken = refusal('identity.role_title_taken', {
  zh: '已经有一个角色叫这个名称，请换一个。',
  en: 'Another role has this title already. Choose another.',
});

export const roleIsShipped = refusal('identity.role_is_shipped', {
  zh: '内置角色的名称、归属不能修改，也不能删除；可以复制成自己的角色。',
  en: 'Title and side of a shipped role are fixed, and it cannot be removed. Copy it into a role of your own.',
});

export const administratorIsFixed = refusal('identity.administrator_is_fixed', {
  zh: '管理员始终拥有全部权限，不能修改。',
  en: 'The administrator always has every permission.',
});

export const roleInUse = refusalWith<{ holders: number }>('identity.role_in_use', {
  zh: ({ holders }) => `还有 ${holders} 位员工或接口密钥在用这个角色，请先给他们换角色。`,
  en: ({ holders }) => `${holders} members of staff or API keys still have this role. Give them another first.`,
});

export const noSuchPermission = refusal('identity.no_such_permission', {
  zh: '没有这项权限。',
  en: 'There is no such permission.',
});

export const noSuchKey = refusal('identity.no_such_key', { zh: '没有这个接口密钥。', en: 'There is no such API key.' });

export const expiryIsPast = refusal('identity.expiry_is_past', {
  zh: '到期时间已经过去，请选择以后的日子。',
  en: 'The expiry has passed already. Choose a later day.',
});

export const noSuchEntry = refusal('identity.no_such_entry', { zh: '没有这条记录。', en: 'There is no such entry.' });

export const noDemoPossible = refusal('identity.no_demo_possible', {
  zh: '这里已经有真实数据，或演示数据正在生成，不能再生成演示数据。',
  en: 'There are real records here, or a demo is being made already.',
});
