/** Pairs of signs: as written in Hong Kong, Macau and Taiwan, and here. Only those of headings and places; names stay as they are. */
const pairs =
  '業业戶户單单樓楼層层棟栋號号碼码聯联絡络電电話话證证別别實实際际積积備备註注車车產产權权區区園园組组團团項项購购買买簽签約约認认訪访來来資资訊讯戀恋類类編编與与關关係系親亲屬属緊紧連连絡络間间廳厅裝装驗验開开發发銷销價价額额總总優优惠惠貸贷銀银員员顧顾問问經经紀纪說说歷历時时傳传內内廣广場场幣币稱称數数規规劃划東东門门臨临舖铺庫库儲储儀仪費费納纳齡龄萬万圓圆億亿貳贰叄叁陸陆參叁';
const simple = new Map(Array.from({ length: pairs.length / 2 }, (_, at) => [pairs[at * 2], pairs[at * 2 + 1]]));
const traditional = /[\u4e00-\u9fff]/;

export function simplified(text: string): string {
  return traditional.test(text) ? [...text].map((sign) => simple.get(sign) ?? sign).join('') : text;
}
