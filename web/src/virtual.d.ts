declare module 'virtual:land' {
  import type { GeometryCollection, Topology } from 'topojson-specification';
  const land: Topology<{ land: GeometryCollection }>;
  export default land;
}
declare module 'virtual:font.css';
