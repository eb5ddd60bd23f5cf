// What lies over a page, fetched together when the first of them opens.
export { Drawer, Modal } from 'antd';
