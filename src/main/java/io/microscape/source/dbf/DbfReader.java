package io.microscape.source.dbf;

import io.microscape.source.FeatureReader;
import io.microscape.source.ReaderNotes;
import io.microscape.source.SourceFeature;
import io.microscape.source.file.SourceFile;
import java.io.IOException;
import java.util.List;

/** Rows of a DBF table on its own: a table of attributes without geometry. Deleted rows are left out and counted. */
public final class DbfReader implements FeatureReader {
    private final SourceFile file;
    private final ReaderNotes notes = new ReaderNotes();
    private final DbfTable table;

    private DbfReader(SourceFile file, String encoding) throws IOException {
        this.file = file;
        this.table = new DbfTable(file, encoding, notes);
    }

    /**
     * Opens a table.
     *
     * @param encoding encoding that the user names, or null
     * @throws io.microscape.study.InvalidInputException if the file is no table or is damaged
     */
    public static DbfReader open(SourceFile file, String encoding) throws IOException {
        return new DbfReader(file, encoding);
    }

    @Override
    public String format() {
        return "DBF";
    }

    @Override
    public String layer() {
        return file.layerName();
    }

    @Override
    public List<String> columns() {
        return table.columns();
    }

    @Override
    public TextEncoding encoding() {
        return table.encoding();
    }

    @Override
    public DeclaredCrs crs() {
        return null;
    }

    @Override
    public SourceFeature next() throws IOException {
        for (DbfTable.Row row = table.next(); row != null; row = table.next()) {
            String label = "row " + table.row();
            if (!row.deleted()) {
                return new SourceFeature(label, null, row.attributes());
            }
            notes.count("rows marked as deleted are left out", label);
        }
        return null;
    }

    @Override
    public long done() {
        return table.row();
    }

    @Override
    public long total() {
        return table.rows();
    }

    @Override
    public List<String> notes() {
        return notes.list();
    }

    @Override
    public void close() throws IOException {
        table.close();
    }
}
