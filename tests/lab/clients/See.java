// What java.sql.DatabaseMetaData says of a schema, for see.py: java -cp postgresql.jar See.java ADDRESS SCHEMA

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

class See {
    public static void main(String[] arguments) throws SQLException {
        String schema = arguments[1];
        try (Connection connection = DriverManager.getConnection(arguments[0])) {
            DatabaseMetaData data = connection.getMetaData();
            int relations = 0, commented = 0, columns = 0;
            try (ResultSet r = data.getTables(null, schema, "%", new String[] {"TABLE", "VIEW"})) {
                for (; r.next(); relations++) if (r.getString("REMARKS") != null) commented++;
            }
            try (ResultSet r = data.getColumns(null, schema, "%", "%")) {
                while (r.next()) if (r.getString("REMARKS") != null) columns++;
            }
            Set<String> primary = new HashSet<>(), foreign = new HashSet<>();
            try (ResultSet r = data.getPrimaryKeys(null, schema, null)) {
                while (r.next()) primary.add(r.getString("TABLE_NAME"));
            }
            try (ResultSet r = data.getImportedKeys(null, schema, null)) {
                while (r.next()) foreign.add(r.getString("FKTABLE_NAME") + "." + r.getString("FK_NAME"));
            }
            try (ResultSet r = connection.createStatement().executeQuery("select count(*) from " + schema + ".country_support")) {
                r.next();
                System.out.println(relations + " " + commented + " " + columns + " " + primary.size() + " " + foreign.size() + " " + r.getInt(1));
            }
        }
    }
}
