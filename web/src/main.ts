import { mount } from 'svelte';
import App from './App.svelte';
import './page.css';
import { read } from './read';

const target = document.getElementById('page');
const text = document.getElementById('hoego-review')?.textContent ?? '';
if (target) mount(App, { target, props: { review: read(text) } });
