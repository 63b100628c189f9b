/** Graph connectivity of all spaces: PC, IIC, EC and what each space contributes. */
package io.microscape.landscape.connectivity;
