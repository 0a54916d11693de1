/** The page: nothing but the element, which reads the sample unless this device remembers a session. */
import "./define.js";
