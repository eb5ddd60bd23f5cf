import type { Selectable } from 'kysely';
import type { RoomFacts, RoomKind, RoomLine, RoomStage } from '../contract/index.ts';
import type { Tables } from './tables.ts';

/** A room as its own table knows it. */
export interface StoredRoom extends RoomFacts {
  readonly id: string;
  readonly projectId: string;
  readonly phaseId: string | undefined;
  readonly buildingId: string | undefined;
  readonly unitId: string | undefined;
  readonly kind: RoomKind;
  readonly number: string;
  readonly code: string;
  readonly displayCode: string;
  readonly displayName: string;
  readonly sortKey: string;
  readonly stage: RoomStage;
  readonly enteredFields: readonly string[];
  readonly version: number;
  readonly createdAt: Date;
}

export function toRoom(row: Selectable<Tables['room']>): StoredRoom {
  return {
    id: row.id,
    projectId: row.project_id,
    phaseId: row.phase_id ?? undefined,
    buildingId: row.building_id ?? undefined,
    unitId: row.unit_id ?? undefined,
    kind: row.kind as RoomKind,
    number: row.number,
    code: row.code,
    displayCode: row.display_code,
    displayName: row.display_name,
    sortKey: row.sort_key,
    stage: row.stage as RoomStage,
    enteredFields: row.entered_fields,
    version: row.version,
    createdAt: row.created_at,
    ...factsOf(row),
  };
}

/** What `toColumns` gives, but for lists. */
export const columns = [
  'id uuid',
  'project_id uuid',
  'phase_id uuid',
  'building_id uuid',
  'unit_id uuid',
  'kind text',
  'number text',
  'code text',
  'display_code text',
  'display_name text',
  'sort_key text',
  'floor int',
  'floor_label text',
  'layout text',
  'bedrooms smallint',
  'living_rooms smallint',
  'bathrooms smallint',
  'kitchens smallint',
  'gross_area numeric',
  'inner_area numeric',
  'orientation text',
  'fit_out text',
  'sale_kind text',
  'sales_state text',
  'product_type text',
  'delivery_batch text',
  'address text',
  'stage text',
  'version int',
  'created_at timestamptz',
];

/** Named as the columns, absence as null. */
export function toColumns(room: StoredRoom): Record<string, unknown> {
  return {
    id: room.id,
    project_id: room.projectId,
    phase_id: room.phaseId,
    building_id: room.buildingId,
    unit_id: room.unitId,
    kind: room.kind,
    number: room.number,
    code: room.code,
    display_code: room.displayCode,
    display_name: room.displayName,
    sort_key: room.sortKey,
    floor: room.floor,
    floor_label: room.floorLabel,
    layout: room.layout,
    bedrooms: room.bedrooms,
    living_rooms: room.livingRooms,
    bathrooms: room.bathrooms,
    kitchens: room.kitchens,
    gross_area: room.grossArea,
    inner_area: room.innerArea,
    orientation: room.orientation,
    fit_out: room.fitOut,
    sale_kind: room.saleKind,
    sales_state: room.salesState,
    product_type: room.productType,
    delivery_batch: room.deliveryBatch,
    address: room.address,
    stage: room.stage,
    entered_fields: room.enteredFields,
    version: room.version,
    created_at: room.createdAt,
  };
}

export function toLine(room: StoredRoom): RoomLine {
  const { id, projectId, buildingId, unitId, kind, number, displayCode, displayName, stage } = room;
  const { floor, floorLabel, layout, bedrooms, grossArea, orientation, fitOut, salesState } = room;
  return {
    ...{ id, projectId, buildingId, unitId, kind, number, displayCode, displayName, stage },
    ...{ floor, floorLabel, layout, bedrooms, grossArea, orientation, fitOut, salesState },
  };
}

function factsOf(row: Selectable<Tables['room']>): RoomFacts {
  return {
    floor: row.floor ?? undefined,
    floorLabel: row.floor_label ?? undefined,
    layout: row.layout ?? undefined,
    bedrooms: row.bedrooms ?? undefined,
    livingRooms: row.living_rooms ?? undefined,
    bathrooms: row.bathrooms ?? undefined,
    kitchens: row.kitchens ?? undefined,
    grossArea: row.gross_area === null ? undefined : Number(row.gross_area),
    innerArea: row.inner_area === null ? undefined : Number(row.inner_area),
    orientation: (row.orientation ?? undefined) as RoomFacts['orientation'],
    fitOut: (row.fit_out ?? undefined) as RoomFacts['fitOut'],
    saleKind: (row.sale_kind ?? undefined) as RoomFacts['saleKind'],
    salesState: (row.sales_state ?? undefined) as RoomFacts['salesState'],
    productType: row.product_type ?? undefined,
    deliveryBatch: row.delivery_batch ?? undefined,
    address: row.address ?? undefined,
  };
}
