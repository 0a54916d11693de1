import { createApp } from "vue";
import articles from "../articles.js";
import Comparison from "./Comparison.vue";

createApp(Comparison, { articles }).mount("#app");
