import { createSSRApp } from "vue";
import { renderToString } from "vue/server-renderer";
import articles from "../articles.js";
import Comparison from "./Comparison.vue";

export const render = () => renderToString(createSSRApp(Comparison, { articles }));
