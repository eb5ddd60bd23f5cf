import { refusal, refusalWith } from '@yilu/platform/contract';

/** Reasons that stand beside a row and a column, in the preview, the error file and the command line. */
export const noName = refusal('imports.no_name', {
  zh: '没有姓名，分不清是谁',
  en: 'No name: it cannot be told who this is',
});
export const noPhoneNorRoom = refusal('imports.no_phone_nor_room', {
  zh: '既没有可用的电话，也没有房号',
  en: 'Neither a usable phone nor a room',
});
export const phoneHasWrongLength = refusalWith<{ digits: number }>('imports.phone_wrong_length', {
  zh: ({ digits }) => `手机号有 ${digits} 位，应为 11 位`,
  en: ({ digits }) => `The mobile number has ${digits} digits instead of 11`,
});
export const phoneIsNotANumber = refusal('imports.phone_not_a_number', {
  zh: '电话里有认不出的内容',
  en: 'The phone holds something that is not a number',
});
export const phoneLostDigits = refusal('imports.phone_lost_digits', {
  zh: '电话被表格软件写成了科学计数，末几位已丢失',
  en: 'The spreadsheet turned the phone into scientific notation and lost its last digits',
});
export const phoneExtensionLeftOut = refusalWith<{ extension: string }>('imports.phone_extension', {
  zh: ({ extension }) => `总机已导入，分机 ${extension} 没有地方保存`,
  en: ({ extension }) => `The main number went in; there is no place for extension ${extension}`,
});
export const phoneIsPlaceholder = refusal('imports.phone_placeholder', {
  zh: '这是占位号码，当作没有电话',
  en: 'A placeholder number, treated as no phone',
});
export const phoneIsMasked = refusal('imports.phone_masked', {
  zh: '电话中间是星号，系统导出时已隐藏，无法使用；请导出完整号码',
  en: 'The phone is masked with asterisks by the system it came from; export the full number',
});
export const nameIsMasked = refusal('imports.name_masked', {
  zh: '姓名带星号，不是全名，请核对',
  en: 'The name is masked with asterisks; please check',
});
export const idIsMasked = refusal('imports.id_masked', {
  zh: '证件号码中间是星号，系统导出时已隐藏，这一项没有导入',
  en: 'The ID number is masked with asterisks; this field was left out',
});
export const noYear = refusal('imports.no_year', {
  zh: '日期没有年份，标题里也没有写明，这一项没有导入',
  en: 'The date has no year and the title tells none; this field was left out',
});
export const noDayInMonth = refusal('imports.no_day_in_month', {
  zh: '只有年月，没有日，这一项没有导入',
  en: 'Only year and month, no day; this field was left out',
});
export const ageIsBand = refusal('imports.age_band', {
  zh: '是年龄段，不是年龄，出生年份没有导入',
  en: 'An age band instead of an age; the year of birth was left out',
});
export const cellIsAnError = refusal('imports.cell_error', {
  zh: '单元格是公式错误，这一项没有导入',
  en: 'The cell holds a formula’s error; this field was left out',
});
export const formulaNotCalculated = refusal('imports.formula_not_calculated', {
  zh: '公式没有算出来的值，这一项没有导入；请用 Excel 或 WPS 打开，保存后再导入',
  en: 'The formula was saved without its result; this field was left out. Open the file in Excel or WPS, save it, and import again',
});
export const cellIsGarbled = refusal('imports.cell_garbled', {
  zh: '有认不出的字（乱码），请核对；最好从原系统重新导出',
  en: 'Some characters are garbled; please check, or better export the file anew',
});
export const readAsTenThousands = refusal('imports.read_as_ten_thousands', {
  zh: '金额太小，按万元读取，请核对',
  en: 'The amount is so small that it was read as ten thousands of yuan; please check',
});
export const readAsYuan = refusal('imports.read_as_yuan', {
  zh: '列标题写的是万元，但金额像是元，按元读取，请核对',
  en: 'The heading says ten thousands, but the amount looks like yuan and was read so; please check',
});
export const shareNotUnderstood = refusal('imports.share_not_understood', {
  zh: '份额认不出，这一项没有导入',
  en: 'The share was not understood; this field was left out',
});
export const notADate = refusal('imports.not_a_date', {
  zh: '不是日期，这一项没有导入',
  en: 'Not a date; this field was left out',
});
export const dayOrMonth = refusalWith<{ one: string; other: string }>('imports.day_or_month', {
  zh: ({ one, other }) =>
    `分不清是 ${one} 月 ${other} 日还是 ${other} 月 ${one} 日，这一项没有导入；请写成“${one}月${other}日”这样`,
  en: ({ one, other }) =>
    `${one}/${other} may be either way round; this field was left out. Write the month as a word, or the year first`,
});
export const noSuchDay = refusal('imports.no_such_day', {
  zh: '日历上没有这一天，这一项没有导入',
  en: 'No such day in the calendar; this field was left out',
});
export const dayAhead = refusal('imports.day_ahead', {
  zh: '日期还没有到，不当作已经发生，这一项没有导入',
  en: 'The date is still ahead, so it was not taken as having happened; this field was left out',
});
export const readWithRowAbove = refusalWith<{ room: string }>('imports.read_with_row_above', {
  zh: ({ room }) => `这一行没有房号，按上一行的 ${room} 读作同户的人，请核对`,
  en: ({ room }) => `The row has no room; it was read as another person of ${room} in the row above. Please check`,
});
export const leaseIsOver = refusal('imports.lease_over', {
  zh: '租期已经结束，没有连到房间',
  en: 'The lease has ended; the person was not linked to the room',
});
export const ownRoomMissing = refusal('imports.own_room_missing', {
  zh: '这一行没有房号，人已导入，没有连到房间',
  en: 'The row has no room; the person went in without a link to one',
});
export const sexUnknown = refusal('imports.sex_unknown', {
  zh: '性别认不出，这一项没有导入',
  en: 'The sex was not understood; this field was left out',
});
export const notAnAmount = refusal('imports.not_an_amount', {
  zh: '金额认不出，这一项没有导入',
  en: 'The amount was not understood; this field was left out',
});
export const notADiscount = refusal('imports.not_a_discount', {
  zh: '折扣认不出，这一项没有导入',
  en: 'The discount was not understood; this field was left out',
});
export const notAnArea = refusal('imports.not_an_area', {
  zh: '面积认不出，这一项没有导入',
  en: 'The area was not understood; this field was left out',
});
export const notANumber = refusal('imports.not_a_number', {
  zh: '应为数字，这一项没有导入',
  en: 'A number was expected; this field was left out',
});
export const idCheckDigitWrong = refusal('imports.id_check_digit', {
  zh: '证件号码校验位不对，这一项没有导入',
  en: 'The check digit of the ID number is wrong; this field was left out',
});
export const idNotUnderstood = refusal('imports.id_not_understood', {
  zh: '证件号码位数或内容不对，这一项没有导入',
  en: 'The ID number has the wrong length or content; this field was left out',
});
export const idLostDigits = refusal('imports.id_lost_digits', {
  zh: '证件号码被存成了数字，末几位已丢失，这一项没有导入',
  en: 'The ID number was kept as a number and lost its last digits; this field was left out',
});
export const idSharedByOthers = refusal('imports.id_shared', {
  zh: '姓名不同的人用了同一个证件号码，没有当作同一人，请核对',
  en: 'People with different names carry this ID number; they were not joined. Please check',
});
export const fieldIsOff = refusal('imports.field_off', {
  zh: '这一栏属于敏感资料，尚未启用，没有导入',
  en: 'This field is sensitive and switched off; it was left out',
});
export const fieldElsewhere = refusal('imports.field_of_other_side', {
  zh: '这一栏由地产一侧收集，没有导入',
  en: 'This field is the developer side’s to collect; it was left out',
});
export const dealsElsewhere = refusal('imports.deals_of_other_side', {
  zh: '认购和签约由地产一侧登记，请交给案场导入',
  en: 'Subscriptions and contracts are the developer side’s; ask the sales office to import them',
});
export const notInTheList = refusal('imports.value_not_in_list', {
  zh: '不在可选项里，这一项没有导入',
  en: 'Not among the choices; this field was left out',
});
export const keptOurs = refusal('imports.kept_ours', {
  zh: '与已有资料不同，保留原来的',
  en: 'Differs from what is on file; the record was left as it is',
});
export const saidOtherwise = refusalWith<{ sheet: string; row: number }>('imports.said_otherwise', {
  zh: ({ sheet, row }) => `与“${sheet}”第 ${row} 行说的不同，以那一行为准，这一项没有导入`,
  en: ({ sheet, row }) => `Row ${row} of “${sheet}” came first and says otherwise; this field was left out`,
});
export const dealOver = refusalWith<{ on: string }>('imports.deal_over', {
  zh: ({ on }) => `这笔成交已在 ${on} 退房或作废，保持不变；重新认购要写明之后的认购日期`,
  en: ({ on }) => `This deal ended on ${on} and stays so; one that begins anew says a later day of subscription`,
});
export const gradeUnknown = refusal('imports.grade_unknown', {
  zh: '意向级别认不出，这一项没有导入',
  en: 'The grade was not understood; this field was left out',
});
export const roomNotUnderstood = refusal('imports.room_not_understood', {
  zh: '房号认不出',
  en: 'The room was not understood',
});
export const roomLacksBuilding = refusal('imports.room_lacks_building', {
  zh: '只有房号，不知道是哪一栋，没有连到房间',
  en: 'A room number without a building: it was not linked to a room',
});
export const buildingAmbiguous = refusalWith<{ among: readonly string[] }>('imports.building_ambiguous', {
  zh: ({ among }) => `这个楼号有 ${among.length} 栋：${among.slice(0, 6).join('、')}，请写明是哪一栋`,
  en: ({ among }) =>
    `${among.length} buildings have this number: ${among.slice(0, 6).join(', ')}. Please write which one is meant`,
});
export const spaceAmbiguous = refusalWith<{ among: readonly string[] }>('imports.space_ambiguous', {
  zh: ({ among }) => `这个车位号在几层都有：${among.join('、')}，请写明是哪一层`,
  en: ({ among }) => `Several floors have this number: ${among.join(', ')}. Please write which one is meant`,
});
export const roomContradictsBuilding = refusal('imports.room_contradicts_building', {
  zh: '房号里的楼栋与楼栋一列不一致，没有连到房间',
  en: 'The building in the room number differs from the building’s own column; it was not linked to a room',
});
export const noRoom = refusal('imports.no_room', {
  zh: '没有房号',
  en: 'No room',
});
export const ownerNotInFile = refusalWith<{ key: string }>('imports.owner_not_in_file', {
  zh: ({ key }) => `业主编号 ${key} 不在业主表里，房屋已导入，没有连上业主`,
  en: ({ key }) => `Owner ${key} is not in the owners’ sheet; the room went in without an owner`,
});
export const codeUnknown = refusalWith<{ code: string }>('imports.code_unknown', {
  zh: ({ code }) => `代码 ${code} 不认识，这一项没有导入`,
  en: ({ code }) => `Code ${code} is unknown; this field was left out`,
});
export const noProject = refusal('imports.no_project', {
  zh: '不知道属于哪个项目',
  en: 'It is not known to which project this belongs',
});
export const projectUnknown = refusalWith<{ name: string }>('imports.project_unknown', {
  zh: ({ name }) => `没有叫“${name}”的项目，或不在你的范围内`,
  en: ({ name }) => `There is no project “${name}”, or it is out of your reach`,
});
export const noOrderNumber = refusal('imports.no_order_number', {
  zh: '没有协议编号，也没有房号，无法登记这笔成交',
  en: 'Neither an agreement number nor a room: the deal cannot be registered',
});
export const noDate = refusal('imports.no_date', {
  zh: '没有可用的日期，不知道是哪一天的来访',
  en: 'No usable date: it is not known when this contact was',
});
export const morePhonesThanNames = refusal('imports.more_phones_than_names', {
  zh: '电话比姓名多，多出的归到最后一人',
  en: 'There are more phones than names; the rest went to the last person',
});
export const staffUnknown = refusalWith<{ name: string }>('imports.staff_unknown', {
  zh: ({ name }) => `“${name}”没有对应的账号，记录里只保留姓名`,
  en: ({ name }) => `“${name}” matches no account; only the name is kept`,
});
export const spaceNotUnderstood = refusal('imports.space_not_understood', {
  zh: '不像编号，这一项没有导入',
  en: 'Not a number of a space; this field was left out',
});
export const childKeptShort = refusal('imports.child_kept_short', {
  zh: '未满 14 岁，只保留出生年份，出生的日子和证件号码没有导入',
  en: 'Under 14: only the year of birth is kept; the day and the ID number were left out',
});
export const noSpaceCode = refusal('imports.no_space_code', {
  zh: '没有车位编码',
  en: 'No parking space code',
});
export const areaOfSeveral = refusal('imports.area_of_several', {
  zh: '一行写了几套房，分不清面积是哪一套的，这一项没有导入',
  en: 'The row names several homes, and it cannot be told whose area this is; this field was left out',
});
export const personDeceased = refusal('imports.person_deceased', {
  zh: '写明已故：已记入备注，产权还在其名下；请核对联系人',
  en: 'Said to have died: kept in the remarks, and the home still stands in this name. Please check whom to contact',
});
export const buildingTakesOn = refusalWith<{ said: string; other: string }>('imports.building_takes_on', {
  zh: ({ said, other }) => `已有的${other}就当作${said}，以后都这样叫；如果是另外一栋，请先核对${other}再导入`,
  en: ({ said, other }) =>
    `${other}, which is here already, is taken for ${said} and called so from now on. If it is another building, check ${other} first`,
});
export const buildingStandsBeside = refusalWith<{ said: string; other: string }>('imports.building_stands_beside', {
  zh: ({ said, other }) => `${said}和已有的${other}当作两栋；${other}的房间当初没有写明，请核对`,
  en: ({ said, other }) =>
    `${said} and ${other}, which is here already, are taken for two; the rooms of ${other} never said which. Please check them`,
});
export const buildingReadAs = refusalWith<{ said: string; other: string }>('imports.building_read_as', {
  zh: ({ said, other }) => `只写了${said}，按${other}读取，请核对`,
  en: ({ said, other }) => `Only ${said} was written; it was read as ${other}. Please check`,
});
export const phoneOfNobody = refusal('imports.phone_of_nobody', {
  zh: '有电话，没有姓名，这个电话没有导入',
  en: 'A phone without a name; it was left out',
});
export const phoneOfSigner = refusal('imports.phone_of_signer', {
  zh: '签收的不是业主本人，这个电话可能是签收人的，没有作为业主的电话导入；如果是业主的，请在导入后补上',
  en: 'Somebody other than the owner signed, and this may be their phone, so it was not taken as the owner’s; add it afterwards if it is',
});
export const phoneOfKin = refusalWith<{ label: string }>('imports.phone_of_kin', {
  zh: ({ label }) => `写着“${label}”的电话记在了业主名下，请核对`,
  en: ({ label }) => `The phone said to be of “${label}” was kept with the owner. Please check`,
});
export const personHasLeft = refusal('imports.person_has_left', {
  zh: '写明已经不在，人已导入，没有连到房间',
  en: 'Said to have left; the person went in without a link to the room',
});
export const transferDayUnknown = refusal('imports.transfer_day_unknown', {
  zh: '没有过户日期，原业主的产权按导入这天结束，请核对',
  en: 'No day of transfer: the former owner’s part was ended on the day of the import. Please check',
});
export const formerOwnerMissing = refusal('imports.former_owner_missing', {
  zh: '没有写原业主，房间原来的业主没有变动，请核对',
  en: 'No former owner is named, so whoever owned the home before was left as they are. Please check',
});
