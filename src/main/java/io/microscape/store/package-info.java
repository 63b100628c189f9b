/** Entities, repositories, bulk loading and migrations; one contract, two databases. */
package io.microscape.store;
