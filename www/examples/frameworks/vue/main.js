import { createApp, reactive } from "vue";
import articles from "../articles.js";
import Comparison from "./Comparison.vue";

createApp(Comparison, { articles: reactive(articles) }).mount("#app");
