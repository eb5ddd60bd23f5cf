import type { Sentence } from '@yilu/platform/contract';
import type {
  FitOut,
  MilestoneKind,
  Orientation,
  RoomFactName,
  RoomKind,
  RoomStage,
  SaleKind,
  SalesState,
} from './room.ts';

export const roomKindNames: Readonly<Record<RoomKind, Sentence>> = {
  RESIDENCE: { zh: '住宅', en: 'Residence' },
  SHOP: { zh: '商铺', en: 'Shop' },
  PARKING_SPACE: { zh: '车位', en: 'Parking space' },
  STORAGE: { zh: '储藏室', en: 'Storage' },
  OTHER: { zh: '其他', en: 'Other' },
};

export const salesStateNames: Readonly<Record<SalesState, Sentence>> = {
  NOT_FOR_SALE: { zh: '未推售', en: 'Not for sale' },
  AVAILABLE: { zh: '待售', en: 'Available' },
  RESERVED: { zh: '定房', en: 'Reserved' },
  SUBSCRIBED: { zh: '认购', en: 'Subscribed' },
  SIGNED: { zh: '签约', en: 'Signed' },
};

export const stageNames: Readonly<Record<RoomStage, Sentence>> = {
  ...salesStateNames,
  HANDED_OVER: { zh: '已交付', en: 'Handed over' },
  MOVED_IN: { zh: '已入住', en: 'Moved in' },
};

export const milestoneNames: Readonly<Record<MilestoneKind, Sentence>> = {
  RESERVED: { zh: '定房', en: 'Reserved' },
  SUBSCRIBED: { zh: '认购', en: 'Subscribed' },
  SIGNED: { zh: '签约', en: 'Signed' },
  FILED: { zh: '网签备案', en: 'Filed' },
  FULLY_PAID: { zh: '房款付清', en: 'Fully paid' },
  HANDED_OVER: { zh: '交付', en: 'Handed over' },
  TITLE_ISSUED: { zh: '办证', en: 'Title issued' },
  DECORATION_STARTED: { zh: '装修开工', en: 'Decoration started' },
  MOVED_IN: { zh: '入住', en: 'Moved in' },
  MOVED_OUT: { zh: '搬离', en: 'Moved out' },
  RESCINDED: { zh: '退房', en: 'Rescinded' },
};

export const orientationNames: Readonly<Record<Orientation, Sentence>> = {
  S: { zh: '南', en: 'South' },
  SE: { zh: '东南', en: 'South-east' },
  SW: { zh: '西南', en: 'South-west' },
  NS: { zh: '南北', en: 'North and south' },
  E: { zh: '东', en: 'East' },
  W: { zh: '西', en: 'West' },
  EW: { zh: '东西', en: 'East and west' },
  N: { zh: '北', en: 'North' },
  NE: { zh: '东北', en: 'North-east' },
  NW: { zh: '西北', en: 'North-west' },
};

export const fitOutNames: Readonly<Record<FitOut, Sentence>> = {
  BARE: { zh: '毛坯', en: 'Bare' },
  PARTLY_FITTED_OUT: { zh: '简装', en: 'Partly fitted out' },
  FITTED_OUT: { zh: '精装', en: 'Fitted out' },
};

export const saleKindNames: Readonly<Record<SaleKind, Sentence>> = {
  PRESALE: { zh: '期房', en: 'Presale' },
  COMPLETED: { zh: '现房', en: 'Completed' },
};

export const roomFactLabels: Readonly<Record<RoomFactName, Sentence>> = {
  floor: { zh: '楼层', en: 'Floor' },
  floorLabel: { zh: '显示楼层', en: 'Floor shown' },
  layout: { zh: '户型', en: 'Layout' },
  bedrooms: { zh: '室', en: 'Bedrooms' },
  livingRooms: { zh: '厅', en: 'Living rooms' },
  bathrooms: { zh: '卫', en: 'Bathrooms' },
  kitchens: { zh: '厨', en: 'Kitchens' },
  grossArea: { zh: '建筑面积', en: 'Gross area' },
  innerArea: { zh: '套内面积', en: 'Inner area' },
  orientation: { zh: '朝向', en: 'Orientation' },
  fitOut: { zh: '装修', en: 'Fit-out' },
  saleKind: { zh: '期房或现房', en: 'Presale or completed' },
  salesState: { zh: '销售状态', en: 'Sales state' },
  productType: { zh: '产品类型', en: 'Product type' },
  deliveryBatch: { zh: '交付批次', en: 'Delivery batch' },
  address: { zh: '门牌地址', en: 'Public address' },
};
