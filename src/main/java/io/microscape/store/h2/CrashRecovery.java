package io.microscape.store.h2;

import java.nio.file.Path;
import java.util.Map;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.db.NullValueDataType;
import org.h2.mvstore.db.ValueDataType;
import org.h2.mvstore.rtree.MVRTreeMap;
import org.h2.mvstore.tx.TransactionStore;
import org.h2.mvstore.tx.VersionedValueType;
import org.h2.mvstore.type.MetaType;
import org.h2.value.Value;
import org.h2.value.VersionedValue;

/**
 * Undoes what a killed process had not committed, before H2 opens the file. H2 2.4.240 would do that by itself, but does
 * not know the type of a spatial index's keys at that moment, and refuses to open a database whose interrupted transaction
 * changed a table with a spatial index ({@code ClassCastException} in {@code TransactionStore.init}); with the spatial
 * indexes opened first, H2's own roll-back works. (H2 2.5.252 opens such a database, but with the uncommitted rows in it.)
 */
final class CrashRecovery {
    private static final String MAP_ENTRY = "map.";

    private CrashRecovery() {}

    /**
     * @param file the database's file, open nowhere
     * @throws org.h2.mvstore.MVStoreException if it cannot be read
     */
    static void rollBack(Path file) {
        try (MVStore store = new MVStore.Builder()
                .fileName(file.toString())
                .autoCommitDisabled()
                .open()) {
            store.setVersionsToKeep(0);
            openSpatialIndexes(store);
            TransactionStore transactions =
                    new TransactionStore(store, new MetaType<>(null, null), new ValueDataType(), 0);
            transactions.init();
            transactions.endLeftoverTransactions();
            transactions.close();
            store.commit();
        }
    }

    private static void openSpatialIndexes(MVStore store) {
        for (Map.Entry<String, String> entry : store.getMetaMap().entrySet()) {
            if (entry.getKey().startsWith(MAP_ENTRY)) {
                Map<String, String> map = DataUtils.parseMap(entry.getValue());
                if ("rtree".equals(map.get("type"))) {
                    store.openMap(
                            map.get("name"),
                            new MVRTreeMap.Builder<VersionedValue<Value>>()
                                    .valueType(new VersionedValueType<>(NullValueDataType.INSTANCE)));
                }
            }
        }
    }
}
