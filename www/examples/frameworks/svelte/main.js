import { mount } from "svelte";
import articles from "../articles.js";
import Comparison from "./Comparison.svelte";

mount(Comparison, { target: document.querySelector("#app"), props: { articles } });
