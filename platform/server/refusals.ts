import { refusal, refusalWith } from '../contract/index.ts';

export const signInFirst = refusal('platform.sign_in_first', {
  zh: '登录已失效，请重新登录。',
  en: 'You are not signed in any more. Please sign in again.',
});

/** For whoever comes with an API key: a system cannot sign in again. */
export const keyRefused = refusal('platform.key_refused', {
  zh: '接口密钥不对、已停用或已过期，请换一个有效的密钥。',
  en: 'The API key is wrong, revoked or expired. Use one that holds.',
});

export const notPermitted = refusal('platform.not_permitted', {
  zh: '您的角色没有这项权限，需要时请联系管理员。',
  en: 'Your role may not do this. Ask an administrator if you need it.',
});

export const changePasswordFirst = refusal('platform.change_password_first', {
  zh: '密码由他人设置，请先修改密码。',
  en: 'Your password was set by somebody else. Please change it first.',
});

export const foreignOrigin = refusal('platform.foreign_origin', {
  zh: '请求来自其他网站，已拒绝。请在本系统页面内操作。',
  en: 'The request came from another site and was declined. Please work inside this system.',
});

export const invalidInput = refusal('platform.invalid_input', {
  zh: '填写的内容有误，请按提示修改。',
  en: 'Something in the input is not right; please mend the fields named.',
});

export const noSuchAddress = refusal('platform.no_such_address', {
  zh: '没有这个地址。',
  en: 'There is nothing at this address.',
});

export const notThisWay = refusalWith<{ allowed: readonly string[] }>('platform.not_this_way', {
  zh: ({ allowed }) => `这个地址不支持这种请求方法，可以用：${allowed.join('、')}。`,
  en: ({ allowed }) => `This address does not answer this method; use ${allowed.join(', ')}.`,
});

export const notThisType = refusal('platform.not_this_type', {
  zh: '请求内容的类型不对：数据用 application/json，文件用 multipart/form-data。',
  en: 'The content type is not accepted: use application/json for data and multipart/form-data for files.',
});

export const headTooLarge = refusal('platform.head_too_large', {
  zh: '地址或请求头太长，请缩短筛选条件或清除浏览器的 Cookie 后再试。',
  en: 'The address or the request headers are too long; shorten the filter or clear the cookies of this site.',
});

export const unreadable = refusal('platform.unreadable', {
  zh: '请求内容不是完整的 JSON，无法读取。',
  en: 'The content is not whole JSON and cannot be read.',
});

export const addressUnreadable = refusal('platform.address_unreadable', {
  zh: '地址写法有误，请检查链接。',
  en: 'The address is not well-formed; please check the link.',
});

export const tooLarge = refusal('platform.too_large', {
  zh: '提交的内容太大，请分批提交。',
  en: 'The request is too large; please send it in parts.',
});

export const defect = refusal('platform.defect', {
  zh: '系统出错，已经记录，您的数据没有改动。请稍后再试；再次出现时，请把编号告诉管理员。',
  en: 'Something went wrong on our side and was recorded; your data is unchanged. Try again later, and give the request number to an administrator if it happens again.',
});

export const tooOften = refusalWith<{ seconds: number }>('platform.too_often', {
  zh: ({ seconds }) => `操作太频繁，请在 ${waitZh(seconds)}后再试。`,
  en: ({ seconds }) =>
    `Too many times. Please try again in ${seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`}.`,
});

export const staleVersion = refusal('platform.stale_version', {
  zh: '这条记录刚刚被别人修改过，请对照后再保存。',
  en: 'Somebody has just changed this record. Compare both versions, then save again.',
});

export const badCursor = refusal('platform.bad_cursor', {
  zh: '翻页位置已失效，请从第一页重新开始。',
  en: 'This position in the list is no longer valid. Please start again from the first page.',
});

export const someoneElse = refusal('platform.someone_else', {
  zh: '这台设备上现在登录的是另一位同事，刚才的内容没有提交。',
  en: 'Somebody else is signed in on this device now; nothing was submitted.',
});

export const keyUsedDifferently = refusal('platform.idempotency_key_reused', {
  zh: '同一个请求编号被用于不同的内容，已拒绝。',
  en: 'This Idempotency-Key was used for a different request before.',
});

export const diskFull = refusal('platform.disk_full', {
  zh: '服务器的磁盘满了，刚才的操作没有生效。请管理员腾出空间，再试一次。',
  en: 'The server’s disk is full; nothing was changed. Let an administrator free some space, then try again.',
});

export const justWritten = refusal('platform.just_written', {
  zh: '刚刚有人保存了同样的内容，请刷新后再看。',
  en: 'Somebody has just saved the same. Refresh, then look again.',
});

export const busy = refusal('platform.busy', {
  zh: '服务正忙或正在重启，请稍后再试；刚才的操作没有生效。',
  en: 'The service is busy or restarting. Please try again shortly; nothing was changed.',
});

function waitZh(seconds: number): string {
  return seconds < 90 ? `${seconds} 秒` : `${Math.ceil(seconds / 60)} 分钟`;
}
