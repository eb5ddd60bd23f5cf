-- 简装 is neither bare nor 精装 (norms §8); until now an import of it said 精装.
alter table room drop constraint room_fit_out_check;
alter table room add constraint room_fit_out_check check (fit_out in ('BARE', 'PARTLY_FITTED_OUT', 'FITTED_OUT')) not valid;
alter table room validate constraint room_fit_out_check;
