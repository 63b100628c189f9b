package io.microscape.study;

import java.util.List;
import java.util.stream.Stream;

/**
 * What an import found in one source file.
 *
 * @param kind what was imported
 * @param file name of the file
 * @param format name of the format ("ESRI Shapefile")
 * @param layer layer read, or null
 * @param encoding text encoding used, or null where the format fixes it
 * @param encodingFrom how the encoding was found ("given", ".cpg", "DBF language id 0x4D", "detected", "format")
 * @param crs CRS used ("EPSG:4547", "GCJ-02"), or null for tables
 * @param crsFrom how the CRS was found ("given", "file", ".prj matched to EPSG:4547", "study", "format")
 * @param read features read from the file
 * @param accepted features handed on
 * @param repaired invalid geometries that were mended
 * @param duplicates exact duplicates that were removed
 * @param rejected features that could not be used, each with the reason
 * @param notes everything else a user should know (dropped Z, filtered features, defaults used)
 */
public record ImportReport(
        SourceKind kind,
        String file,
        String format,
        String layer,
        String encoding,
        String encodingFrom,
        String crs,
        String crsFrom,
        long read,
        long accepted,
        List<Repair> repaired,
        List<String> duplicates,
        List<String> rejected,
        List<String> notes) {

    /** The same report under another name of the file. */
    public ImportReport withFile(String name) {
        return with(name, notes);
    }

    /** The same report with one more note. */
    public ImportReport withNote(String note) {
        return with(file, Stream.concat(notes.stream(), Stream.of(note)).toList());
    }

    private ImportReport with(String newFile, List<String> newNotes) {
        return new ImportReport(
                kind,
                newFile,
                format,
                layer,
                encoding,
                encodingFrom,
                crs,
                crsFrom,
                read,
                accepted,
                repaired,
                duplicates,
                rejected,
                newNotes);
    }

    /**
     * A repaired geometry.
     *
     * @param feature which feature ("feature 12 (code A3)")
     * @param problem what was wrong, with the place
     * @param areaBefore area as given, in m² if the CRS is metric, else in m² of the repaired place's local scale
     * @param areaAfter area after the repair, same unit
     */
    public record Repair(String feature, String problem, double areaBefore, double areaAfter) {}
}
