/** Carbon accounts from inventories, emission factors and plants; no Spring, no database, no files. */
package io.microscape.carbon;
