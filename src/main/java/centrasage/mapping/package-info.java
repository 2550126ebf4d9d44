/**
 * The business configuration: which account, tax code, product, warehouse and charge stand in Sage 200 for what Centra
 * says. The texts of CSV files, first from a folder ({@link centrasage.mapping.SeedFolder}) and then from
 * the store's versions of them ({@link centrasage.mapping.version.MappingVersions}), become one immutable snapshot
 * ({@link centrasage.mapping.Mappings}) that is asked for a date ({@link centrasage.mapping.InForce}). A question that has
 * no answer, or two, is answered with a {@link centrasage.flow.Reason}, never with a default.
 */
@NullMarked
package centrasage.mapping;

import org.jspecify.annotations.NullMarked;
