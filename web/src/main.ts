import { mount } from 'svelte';
import App from './App.svelte';
import { carried, is_served } from './data';
import 'virtual:font.css';
import './page.css';
import Served from './Served.svelte';

const target = document.getElementById('page');
const review = await carried();
if (target && (review || !is_served())) mount(App, { target, props: { review } });
else if (target) mount(Served, { target });
