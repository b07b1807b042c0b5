/** Entry of the data service in its utilityProcess: everything of the office that is not window lives here. */
import { createOffice } from './office/office';
import { serve } from './serve';

serve(createOffice);
