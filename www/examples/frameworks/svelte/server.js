import { render as toString } from "svelte/server";
import articles from "../articles.js";
import Comparison from "./Comparison.svelte";

export const render = async () => (await toString(Comparison, { props: { articles } })).body;
