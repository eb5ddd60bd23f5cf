import { dictionary } from './dictionary.ts';

/** DOS-35: how a customer heard of us. */
export const sources = dictionary({
  key: 'settings.sources',
  title: { zh: '信息获知途径', en: 'Source of information' },
  usedFor: { zh: '来电、来访登记与漏斗报表。', en: 'Call-in and visit registers, and funnel reports.' },
  entries: [
    {
      id: 'OWNER_REFERRAL',
      zh: '业主推荐',
      en: 'Owner referral',
      synonyms: ['老带新', '老业主介绍', '老业主推荐', '老客户介绍', '老客户推荐', '业主介绍', '转介绍'],
    },
    {
      id: 'FRIEND_REFERRAL',
      zh: '朋友介绍',
      en: 'Friend',
      synonyms: ['亲友介绍', '他人介绍', '朋友推荐', '介绍', '亲友推荐', '熟人介绍'],
    },
    {
      id: 'BROKER',
      zh: '中介渠道',
      en: 'Broker',
      synonyms: ['渠道', '分销', '中介', '经纪人', '渠道分销', '二手中介', '贝壳', '链家', '全民经纪人'],
    },
    {
      id: 'WALK_BY',
      zh: '路过',
      en: 'Walk-by',
      synonyms: ['过路客', '自然来访', '售楼处路过', '现场围墙', '围挡', '工地围挡', '现场'],
    },
    {
      id: 'OUTDOOR',
      zh: '户外广告',
      en: 'Outdoor advertising',
      synonyms: ['户外', '户外大牌', '高炮', '电梯广告', '公交广告', '地铁广告', '道旗', '灯箱'],
    },
    {
      id: 'WECHAT_ACCOUNT',
      zh: '微信公众号',
      en: 'WeChat account',
      synonyms: ['公众号', '微信', '朋友圈', '微信朋友圈'],
    },
    { id: 'VIDEO_ACCOUNT', zh: '视频号', en: 'Video account', synonyms: ['微信视频号', '直播'] },
    { id: 'XIAOHONGSHU', zh: '小红书', en: 'Xiaohongshu', synonyms: ['红书', 'RED'] },
    { id: 'DOUYIN', zh: '抖音', en: 'Douyin', synonyms: ['短视频', '快手'] },
    {
      id: 'WEB',
      zh: '网络',
      en: 'Web',
      synonyms: ['网站', '房产网', '搜房', '房天下', '安居客', '百度', '互联网', '线上', '网络媒体', '网络广告'],
    },
    { id: 'SMS', zh: '短信', en: 'Text message', synonyms: ['短信群发'] },
    {
      id: 'CALL_OUT',
      zh: '电话邀约',
      en: 'Outgoing call',
      synonyms: ['电销', 'call客', 'Call客', '电转访', '电话营销'],
    },
    {
      id: 'FIELD_PROMOTION',
      zh: '外拓',
      en: 'Field promotion',
      synonyms: ['拓客', '派单', '外展', '外展场', '巡展', '行销'],
    },
    {
      id: 'PRESS',
      zh: '报刊广播电视',
      en: 'Press and broadcast',
      synonyms: ['报纸', '杂志', '电视', '电台', '广播', '夹报', 'DM直邮', 'DM', '直邮'],
    },
    { id: 'EXHIBITION', zh: '房展会', en: 'Property fair', synonyms: ['房展', '展会', '房交会'] },
    { id: 'OTHER', zh: '其他', en: 'Other', synonyms: ['其他媒体', '其它'] },
  ],
});

/** DOS-34: the circles a customer moves in; a customer may belong to several. */
export const circles = dictionary({
  key: 'settings.circles',
  title: { zh: '圈层', en: 'Circles' },
  usedFor: {
    zh: '客户档案的圈层属性，活动与圈层营销。',
    en: 'The circle field of a dossier; events and circle campaigns.',
  },
  entries: [
    { id: 'INDUSTRY', zh: '行业协会', en: 'Industry', synonyms: ['行业圈', '商会', '同业'] },
    { id: 'ENTREPRENEURS', zh: '企业主', en: 'Business owners', synonyms: ['企业家', '私营业主', '老板圈'] },
    { id: 'FINANCE', zh: '金融圈', en: 'Finance', synonyms: ['银行', '金融', '投资圈'] },
    { id: 'HEALTH', zh: '医疗圈', en: 'Health care', synonyms: ['医生', '医疗', '医院'] },
    { id: 'EDUCATION', zh: '教育圈', en: 'Education', synonyms: ['教师', '老师', '教育'] },
    { id: 'PUBLIC_SERVICE', zh: '机关事业单位', en: 'Public service', synonyms: ['公务员', '体制内', '事业单位'] },
    { id: 'TECHNOLOGY', zh: '科技互联网', en: 'Technology', synonyms: ['IT', '互联网', '科技'] },
    { id: 'CLUB', zh: '俱乐部', en: 'Club', synonyms: ['车友会', '高尔夫', '会所'] },
    { id: 'SCHOOL', zh: '校友', en: 'Alumni', synonyms: ['校友会', '同学会', '家长圈'] },
    { id: 'HOMETOWN', zh: '同乡', en: 'Hometown', synonyms: ['老乡', '同乡会'] },
    { id: 'HOBBY', zh: '兴趣爱好', en: 'Hobby', synonyms: ['摄影', '跑步', '书画', '茶道', '亲子'] },
  ],
});

/** DOS-14: free marks on a customer. */
export const tags = dictionary({
  key: 'settings.tags',
  title: { zh: '客户标签', en: 'Customer tags' },
  usedFor: { zh: '给客户做记号，用来筛选和分组。', en: 'Marks on a customer, for filtering and grouping.' },
  entries: [
    { id: 'SCHOOL_DISTRICT', zh: '关注学区', en: 'Wants a school district', synonyms: ['学区'] },
    { id: 'ELDERS', zh: '家有长辈', en: 'Elders at home', synonyms: ['有老人'] },
    { id: 'PETS', zh: '养宠物', en: 'Keeps pets', synonyms: ['有宠物'] },
    { id: 'WITH_CAR', zh: '有车', en: 'Has a car', synonyms: [] },
    { id: 'NEVER_DISTURB', zh: '不宜打扰', en: 'Prefers not to be disturbed', synonyms: ['永不接触', '勿扰'] },
    { id: 'PEER', zh: '同行市调', en: 'Peer on a market survey', synonyms: ['同行', '市调', '异客'] },
  ],
});

/** DOS-28: why a customer wants to buy. */
export const purchasePurposes = dictionary({
  key: 'settings.purchasePurposes',
  title: { zh: '置业目的', en: 'Purpose of purchase' },
  usedFor: { zh: '来访登记与客户档案的购房关注点。', en: 'The visit register and the purchase focus of a dossier.' },
  entries: [
    { id: 'FIRST_HOME', zh: '首次自住', en: 'First home', synonyms: ['自住首次', '刚需', '自住', '自用', '首置'] },
    { id: 'UPGRADE', zh: '改善居住', en: 'Upgrade', synonyms: ['自住改善', '改善', '换房', '再改'] },
    { id: 'MARRIAGE', zh: '婚房', en: 'Marriage', synonyms: ['结婚', '婚房需求'] },
    { id: 'SCHOOLING', zh: '子女就学', en: 'Schooling', synonyms: ['方便读书', '学区', '上学', '子女教育'] },
    { id: 'PARENTS', zh: '父母养老', en: 'For parents', synonyms: ['给父母', '父母居住', '赡养父母'] },
    { id: 'RETIREMENT', zh: '养老', en: 'Retirement', synonyms: ['自己养老'] },
    { id: 'WORK', zh: '方便工作', en: 'Near work', synonyms: ['工作', '近单位'] },
    { id: 'INVESTMENT', zh: '投资', en: 'Investment', synonyms: ['保值', '出租', '投资兼自住', '资产配置'] },
    { id: 'HOLIDAY', zh: '度假', en: 'Holiday home', synonyms: ['度假休闲', '第二居所'] },
    { id: 'OTHER', zh: '其他', en: 'Other', synonyms: ['其它', '皆可'] },
  ],
});

/** GRD-09: what holds a customer back. */
export const resistances = dictionary({
  key: 'settings.resistances',
  title: { zh: '抗性', en: 'Resistances' },
  usedFor: { zh: '登记客户的疑虑，判断意向等级。', en: 'What holds a customer back, for the grade of intent.' },
  entries: [
    { id: 'PRICE', zh: '价格', en: 'Price', synonyms: ['总价高', '单价高', '价格高', '太贵', '价格抗性'] },
    { id: 'PAYMENT', zh: '付款条件', en: 'Payment terms', synonyms: ['首付', '贷款', '付款方式', '资金', '首付不足'] },
    { id: 'LOCATION', zh: '地段', en: 'Location', synonyms: ['位置', '区位', '地段偏', '区域'] },
    { id: 'AMENITIES', zh: '配套', en: 'Amenities', synonyms: ['周边配套', '学校', '商业', '医疗配套'] },
    { id: 'TRAFFIC', zh: '交通', en: 'Traffic', synonyms: ['地铁', '出行'] },
    { id: 'LAYOUT', zh: '户型', en: 'Layout', synonyms: ['户型不满意', '房型', '面积', '朝向', '楼层', '层高'] },
    { id: 'QUALITY', zh: '品质', en: 'Quality', synonyms: ['质量', '装修', '工程质量'] },
    { id: 'SERVICE', zh: '物业服务', en: 'Property service', synonyms: ['物业', '物业费', '服务'] },
    { id: 'DELIVERY', zh: '交付时间', en: 'Date of handover', synonyms: ['交房时间', '期房', '交房慢'] },
    { id: 'FAMILY', zh: '家人意见', en: 'Family disagrees', synonyms: ['家人不同意', '家庭意见'] },
    { id: 'ELIGIBILITY', zh: '购房资格', en: 'Eligibility', synonyms: ['限购', '资格', '社保'] },
    { id: 'COMPETITOR', zh: '对比竞品', en: 'Compares with another site', synonyms: ['竞品', '对比其他楼盘'] },
    { id: 'OTHER', zh: '其他', en: 'Other', synonyms: ['其它'] },
  ],
});

/** CHN-02, SEG-05: why a customer gave up buying. */
export const lossReasons = dictionary({
  key: 'settings.lossReasons',
  title: { zh: '流失原因', en: 'Reasons of loss' },
  usedFor: {
    zh: '客户放弃购房时记录原因，供挽回使用。',
    en: 'Recorded when a customer gives up, and used to win them back.',
  },
  entries: [
    { id: 'PRICE', zh: '价格', en: 'Price', synonyms: ['太贵', '价格因素', '预算不足'] },
    { id: 'AMENITIES', zh: '配套', en: 'Amenities', synonyms: ['配套不足', '学校', '交通'] },
    { id: 'SERVICE', zh: '服务', en: 'Service', synonyms: ['服务不满意', '接待不满'] },
    { id: 'PRODUCT', zh: '产品', en: 'Product', synonyms: ['户型', '楼层', '面积', '品质'] },
    {
      id: 'BOUGHT_ELSEWHERE',
      zh: '已购他盘',
      en: 'Bought elsewhere',
      synonyms: ['购买竞品', '买了别的', '已购房', '竞品'],
    },
    { id: 'NOT_ELIGIBLE', zh: '无购房资格', en: 'Not eligible', synonyms: ['限购', '贷款未批', '征信'] },
    { id: 'NO_NEED', zh: '暂不买房', en: 'No longer needs', synonyms: ['不买了', '暂缓', '观望', '计划改变'] },
    { id: 'UNREACHABLE', zh: '联系不上', en: 'Unreachable', synonyms: ['空号', '拒接', '停机'] },
    { id: 'OTHER', zh: '其他', en: 'Other', synonyms: ['其它'] },
  ],
});

/** The lists that several capabilities share; others declare their own beside their contract. */
export const sharedDictionaries = [sources, circles, tags, purchasePurposes, resistances, lossReasons];
