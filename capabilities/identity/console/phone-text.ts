/** Words of the page by which telephones are brought in. */
export const phone = {
  title: { zh: '在手机上用', en: 'Use it on a phone' },
  off: { zh: '手机还连不进来', en: 'Phones cannot reach this yet' },
  offWhy: {
    zh: '请管理员用 npm start -- --lan 启动，或在前面放一个带 HTTPS 的反向代理。',
    en: 'Ask an administrator to start it with npm start -- --lan, or to put a reverse proxy with HTTPS in front.',
  },
  scan: { zh: '手机连同一个网络，扫码打开', en: 'On the same network, scan and open' },
  scanWhy: {
    zh: '几个地址都可以，扫得开哪个用哪个。',
    en: 'Any of the addresses will do; take the one that opens.',
  },
  qrOf: { zh: '二维码', en: 'QR code of' },
  trust: { zh: '第一次装一张证书', en: 'Install a certificate, once' },
  trustWhy: {
    zh: '装好以后不再提示不安全，没有信号时也能打开、能记。它只对这个局域网有效。',
    en: 'Afterwards there is no warning, and it opens and records without a signal. It vouches for this local network only.',
  },
  onApple: {
    zh: '苹果：打开上面的地址，到「设置 › 已下载描述文件」安装，再到「通用 › 关于本机 › 证书信任设置」打开信任。',
    en: 'iPhone: open the address, install it under Settings › Profile Downloaded, then switch it on under General › About › Certificate Trust Settings.',
  },
  onAndroid: {
    zh: '安卓：打开上面的地址，到「设置 › 安全 › 安装证书 › CA 证书」选择下载的文件。',
    en: 'Android: open the address, then pick the file under Settings › Security › Install a certificate › CA certificate.',
  },
  compare: { zh: '装之前核对指纹（SHA-256）：', en: 'Before installing, compare the fingerprint (SHA-256):' },
  install: { zh: '添加到主屏幕', en: 'Add it to the home screen' },
  installWhy: {
    zh: '在浏览器菜单里选「添加到主屏幕」，以后像应用一样打开。',
    en: 'Choose “Add to home screen” in the browser’s menu; from then on it opens like an app.',
  },
};
