export { default } from '#components/chrome/public-layout.tsx';
